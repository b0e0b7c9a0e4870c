import type { Dashboard } from "../../model";
import type { Session } from "../session/session";

/** The dashboard that a page names; without a name, the first one. Undefined where the user is shown none, or not that one. */
export function dashboardOf(session: Session, { dashboardId }: { readonly dashboardId?: string }): Dashboard | undefined {
  return dashboardId === undefined ? session.dashboards[0] : session.dashboards.find(({ id }) => id === dashboardId);
}

/** What the page of a dashboard is called. */
export function dashboardName(session: Session, page: { readonly dashboardId?: string }): string {
  const dashboard = dashboardOf(session, page);
  return dashboard === undefined ? "Dashboards" : session.label(dashboard.labels, dashboard.id);
}
