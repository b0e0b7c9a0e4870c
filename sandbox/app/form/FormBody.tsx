import { Pivot, PivotItem } from "@fluentui/react";
import * as React from "react";
import type { FormSection } from "../../model";
import type { Shell } from "../shell";
import { Cell } from "./Cell";
import type { FormSession } from "./formSession";

interface FormBodyProps {
  readonly shell: Shell;
  readonly form: FormSession;
  readonly place: "main" | "pane";
}

/** The form's tabs. With one tab, or a hidden navigator, there is no row of tabs: the open one fills the form. */
export function FormBody({ shell, form, place }: FormBodyProps): React.ReactElement {
  const { shown, open } = form.tabs;
  const prefix = `${place}-${form.form.id.slice(0, 8)}`;
  const content = (tab: Tab): React.ReactElement => <TabContent key={tab.name} shell={shell} form={form} tab={tab} prefix={prefix} />;
  const look = open?.singleComponent ? "sb-form-body sb-form-full" : "sb-form-body";
  if (shown.length < 2 || !form.header.tabNavigator) return <div className={look}>{open && content(open)}</div>;
  return (
    <Pivot
      className={look}
      aria-label="Form tabs"
      selectedKey={open?.name ?? null}
      onLinkClick={(item) => form.tabs.choose(item?.props.itemKey ?? "")}
    >
      {shown.map((tab) => (
        <PivotItem key={tab.name} itemKey={tab.name} headerText={shell.session.label(tab.labels, tab.name)}>
          {content(tab)}
        </PivotItem>
      ))}
    </Pivot>
  );
}

type Tab = FormSession["form"]["tabs"][number];

interface TabContentProps {
  readonly shell: Shell;
  readonly form: FormSession;
  readonly tab: Tab;
  readonly prefix: string;
}

function TabContent({ shell, form, tab, prefix }: TabContentProps): React.ReactElement {
  const element = React.useRef<HTMLDivElement>(null);
  const { focused } = form.tabs;
  React.useEffect(() => {
    if (focused?.tab === tab.name) element.current?.focus();
  }, [focused, tab.name]);
  return (
    <div className="sb-tab" ref={element} tabIndex={-1} role="group" aria-label={shell.session.label(tab.labels, tab.name)}>
      {tab.singleComponent ? <SingleComponent shell={shell} form={form} tab={tab} prefix={prefix} /> : null}
      {(tab.singleComponent ? [] : tab.columns).map((column, index) => (
        <div key={index} className="sb-tab-column" style={{ flexBasis: `calc(${column.width} - var(--sb-gap))` }}>
          {column.sections.map((section) => (
            <Section key={section.name} shell={shell} form={form} section={section} prefix={prefix} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The first component of a tab that shows nothing else, in all of the tab's space. */
function SingleComponent({ shell, form, tab, prefix }: TabContentProps): React.ReactElement | null {
  const [cell] = tab.columns.flatMap(({ sections }) => sections.flatMap(({ rows }) => rows.flat())).filter(({ control }) => control);
  return cell ? <Cell shell={shell} form={form} cell={{ ...cell, showLabel: false }} idPrefix={prefix} /> : null;
}

interface SectionProps {
  readonly shell: Shell;
  readonly form: FormSession;
  readonly section: FormSection;
  readonly prefix: string;
}

function Section({ shell, form, section, prefix }: SectionProps): React.ReactElement {
  return (
    <div className={form.header.body ? "sb-card sb-section" : "sb-section"}>
      {section.showLabel ? <h2>{shell.session.label(section.labels, section.name)}</h2> : null}
      {section.rows.map((row, at) => (
        <div key={at} className="sb-section-row">
          {row.map((cell, index) => (
            <div key={cell.control?.id ?? index} className="sb-cell" style={{ flexGrow: cell.colspan }}>
              <Cell shell={shell} form={form} cell={cell} idPrefix={prefix} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
