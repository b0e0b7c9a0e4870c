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

/** The form's tabs. With one tab, or a hidden navigator, there is no row of tabs: the first one fills the form. */
export function FormBody({ shell, form, place }: FormBodyProps): React.ReactElement {
  const { tabs } = form.form;
  const prefix = `${place}-${form.form.id.slice(0, 8)}`;
  const contents = tabs.map((tab) => <TabContent key={tab.name} shell={shell} form={form} tab={tab} prefix={prefix} />);
  const [chosen, setChosen] = React.useState<string>();
  const { focus } = form;
  React.useEffect(() => {
    if (focus) setChosen(focus.tab);
  }, [focus]);
  if (tabs.length < 2 || !form.header.tabNavigator) return <div className="sb-form-body">{contents[0]}</div>;
  return (
    <Pivot
      className="sb-form-body"
      aria-label="Form tabs"
      selectedKey={chosen ?? tabs[0]?.name ?? null}
      onLinkClick={(item) => setChosen(item?.props.itemKey)}
    >
      {tabs.map((tab, index) => (
        <PivotItem key={tab.name} itemKey={tab.name} headerText={shell.session.label(tab.labels, tab.name)}>
          {contents[index]}
        </PivotItem>
      ))}
    </Pivot>
  );
}

interface TabContentProps {
  readonly shell: Shell;
  readonly form: FormSession;
  readonly tab: FormSession["form"]["tabs"][number];
  readonly prefix: string;
}

function TabContent({ shell, form, tab, prefix }: TabContentProps): React.ReactElement {
  const element = React.useRef<HTMLDivElement>(null);
  const { focus } = form;
  React.useEffect(() => {
    if (focus?.tab === tab.name) element.current?.focus();
  }, [focus, tab.name]);
  return (
    <div className="sb-tab" ref={element} tabIndex={-1} role="group" aria-label={shell.session.label(tab.labels, tab.name)}>
      {tab.columns.map((column, index) => (
        <div key={index} className="sb-tab-column" style={{ flexBasis: `calc(${column.width} - var(--sb-gap))` }}>
          {column.sections.map((section) => (
            <Section key={section.name} shell={shell} form={form} section={section} prefix={prefix} />
          ))}
        </div>
      ))}
    </div>
  );
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
