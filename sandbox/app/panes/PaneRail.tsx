import { IconButton } from "@fluentui/react";
import * as React from "react";
import { webResourceAddress } from "../form/scriptLoader";
import { DashboardPage } from "../dashboard/DashboardPage";
import { FormPage } from "../form/FormPage";
import { ListPage } from "../list/ListPage";
import { PlainPage } from "../pages/PlainPage";
import { useChanges } from "../useChanges";
import type { Shell } from "../shell";
import { badgeText } from "./badge";
import { paneContext } from "./paneContext";
import type { Pane } from "./sidePanes";

/** The side panes: the open one, and the rail with an icon for each. */
export function PaneRail({ shell }: { readonly shell: Shell }): React.ReactElement | null {
  const { panes } = shell;
  useChanges(panes);
  if (panes.panes.length === 0) return null;
  return (
    <aside className="sb-panes" aria-label="Side panes">
      {panes.panes
        .filter((pane) => panes.isMounted(pane))
        .map((pane) => (
          <PaneBody key={pane.paneId} shell={shell} pane={pane} />
        ))}
      <div className="sb-rail">
        {panes.panes
          .filter((pane) => !pane.hidden)
          .map((pane) => (
            <RailButton key={pane.paneId} shell={shell} pane={pane} />
          ))}
      </div>
    </aside>
  );
}

function RailButton({ shell, pane }: { readonly shell: Shell; readonly pane: Pane }): React.ReactElement {
  const open = shell.panes.open === pane;
  const badge = badgeText(pane.badge);
  return (
    <button
      type="button"
      className={open ? "sb-rail-button sb-rail-open" : "sb-rail-button"}
      title={pane.title}
      aria-expanded={open}
      onClick={() => shell.panes.toggle(pane)}
    >
      {pane.imageSrc === "" ? <span aria-hidden="true">{pane.title.slice(0, 1)}</span> : <img src={imageAddress(pane.imageSrc)} alt="" />}
      <span className="sb-spoken">{pane.title} </span>
      {badge === undefined ? null : <span className={badge === "" ? "sb-badge sb-badge-dot" : "sb-badge"}>{badge}</span>}
    </button>
  );
}

/** A pane's image: `$webresource:` and plain names of web resources, or an address. */
function imageAddress(image: string): string {
  return /^(https?:|\/|data:)/i.test(image) ? image : webResourceAddress(image.replace(/^webresources\//i, ""));
}

function PaneBody({ shell, pane }: { readonly shell: Shell; readonly pane: Pane }): React.ReactElement {
  const open = shell.panes.open === pane;
  return (
    <div className="sb-pane" style={{ width: pane.width, display: open ? undefined : "none" }} data-pane={pane.paneId}>
      {pane.hideHeader ? null : (
        <div className="sb-pane-head">
          <h2>{pane.title}</h2>
          {pane.canClose ? (
            <IconButton iconProps={{ iconName: "Cancel" }} ariaLabel={`Close ${pane.title}`} onClick={() => shell.panes.close(pane)} />
          ) : null}
        </div>
      )}
      <div className="sb-pane-body">
        <paneContext.Provider value={pane}>
          <PanePage shell={shell} pane={pane} />
        </paneContext.Provider>
      </div>
    </div>
  );
}

function PanePage({ shell, pane }: { readonly shell: Shell; readonly pane: Pane }): React.ReactElement | null {
  const { page, visit } = pane;
  const [reloads, setReloads] = React.useState(0);
  if (page === undefined) return null;
  switch (page.pageType) {
    case "entityrecord":
      return <FormPage key={`${visit}.${reloads}`} shell={shell} page={page} place="pane" reload={() => setReloads(reloads + 1)} />;
    case "entitylist":
      return <ListPage key={visit} shell={shell} tableName={page.entityName} viewId={page.viewId} only={page.only} />;
    case "dashboard":
      return <DashboardPage key={visit} shell={shell} page={page} place="pane" />;
    default:
      return <PlainPage key={visit} session={shell.session} page={page} place="pane" />;
  }
}
