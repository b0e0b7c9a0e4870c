import { DefaultButton, Dropdown } from "@fluentui/react";
import * as React from "react";
import type { FormSection } from "../../model";
import type { Shell } from "../shell";
import { PlainPage } from "../pages/PlainPage";
import { DashboardCell } from "./DashboardCell";
import { dashboardName, dashboardOf } from "./dashboardName";

interface DashboardPageProps {
  readonly shell: Shell;
  readonly page: { readonly pageType: "dashboard"; readonly dashboardId?: string };
  readonly place: "main" | "pane";
}

/** A dashboard: its sections with charts, lists and web resources, each as far as the user's privileges reach. */
export function DashboardPage({ shell, page, place }: DashboardPageProps): React.ReactElement {
  const { session, router } = shell;
  const [reads, setReads] = React.useState(0);
  const dashboard = dashboardOf(session, page);
  const all = session.dashboards;
  if (dashboard === undefined) return <PlainPage session={session} page={page} place={place} />;
  const Heading = place === "main" ? "h1" : "h2";
  return (
    <section className="sb-page">
      <div className="sb-list-head sb-dashboard-head">
        <Heading>{dashboardName(session, page)}</Heading>
        {all.length > 1 ? (
          <Dropdown
            ariaLabel="Dashboard"
            className="sb-view-choice"
            dropdownWidth="auto"
            selectedKey={dashboard.id}
            options={all.map(({ id, labels }) => ({ key: id, text: session.label(labels, id) }))}
            onChange={(_, option) => {
              if (option !== undefined) void router.go({ pageType: "dashboard", dashboardId: String(option.key) });
            }}
          />
        ) : null}
        <DefaultButton text="Refresh All" onClick={() => setReads(reads + 1)} />
      </div>
      {dashboard.tabs.map((tab, at) => (
        <div className="sb-dashboard-tab" key={tab.name || at}>
          {tab.showLabel ? <h2>{session.label(tab.labels)}</h2> : null}
          <div className="sb-dashboard-columns" style={{ gridTemplateColumns: tab.columns.map(({ width }) => widthOf(width)).join(" ") }}>
            {tab.columns.map((column, place) => (
              <div key={place}>
                {column.sections.map((section, number) => (
                  <Section key={section.name || number} shell={shell} section={section} reads={reads} />
                ))}
              </div>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

/** "70%" of a tab, less what lies between the columns. */
function widthOf(width: string): string {
  const share = parseFloat(width);
  return `minmax(0, ${share > 0 ? share : 100}fr)`;
}

interface SectionProps {
  readonly shell: Shell;
  readonly section: FormSection;
  readonly reads: number;
}

/** Cells side by side in the section's columns; a narrow window has them below each other. */
function Section({ shell, section, reads }: SectionProps): React.ReactElement {
  const cells = section.rows.flat().filter(({ visible, control }) => visible && control !== undefined);
  return (
    <div className="sb-dashboard-section">
      {section.showLabel ? <h2>{shell.session.label(section.labels)}</h2> : null}
      <div className="sb-dashboard-grid" style={{ gridTemplateColumns: `repeat(${section.columns}, minmax(0, 1fr))` }}>
        {cells.map((cell, at) => (
          <DashboardCell key={cell.control?.id ?? at} shell={shell} cell={cell} columns={section.columns} reads={reads} />
        ))}
      </div>
    </div>
  );
}
