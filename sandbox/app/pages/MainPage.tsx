import { messageOf } from "../complain";
import * as React from "react";
import { dashboardName } from "../dashboard/dashboardName";
import { DashboardPage } from "../dashboard/DashboardPage";
import { FormPage } from "../form/FormPage";
import { ListPage } from "../list/ListPage";
import type { Page } from "../navigation/address";
import type { Session } from "../session/session";
import { useChanges } from "../useChanges";
import type { Shell } from "../shell";
import { PlainPage, plainPageName } from "./PlainPage";

/** The page in the main area. Each visit draws it anew. */
export function MainPage({ shell }: { readonly shell: Shell }): React.ReactElement {
  const { router } = shell;
  useChanges(router);
  const { page, visit } = router;
  useTitle(shell, visit);
  return (
    <PageBoundary key={visit}>
      <ShownPage shell={shell} page={page} />
    </PageBoundary>
  );
}

function ShownPage({ shell, page }: { readonly shell: Shell; readonly page: Page }): React.ReactElement {
  switch (page.pageType) {
    case "entitylist":
      return <ListPage shell={shell} tableName={page.entityName} viewId={page.viewId} only={page.only} />;
    case "entityrecord":
      return <FormPage shell={shell} page={page} place="main" reload={() => void shell.router.go(shell.router.page)} />;
    case "dashboard":
      return <DashboardPage shell={shell} page={page} place="main" />;
    default:
      return <PlainPage session={shell.session} page={page} place="main" />;
  }
}

function useTitle({ router, session }: Shell, visit: number): void {
  React.useEffect(() => {
    document.title = `${titleOf(session, router.page)} - ${session.label(session.app.labels)}`;
  }, [router, session, visit]);
}

function titleOf(session: Session, page: Page): string {
  if (page.pageType === "dashboard") return dashboardName(session, page);
  if (page.pageType !== "entitylist" && page.pageType !== "entityrecord") return plainPageName(page);
  const table = session.findTable(page.entityName);
  if (table === undefined) return page.entityName;
  return session.label(page.pageType === "entitylist" ? table.pluralLabels : table.labels);
}

/** A page that cannot be drawn says why; the rest of the app goes on. */
class PageBoundary extends React.Component<object, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): React.ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <section className="sb-page">
        <div className="sb-card" role="alert">
          <h1>This page cannot be shown</h1>
          <p>{messageOf(error)}</p>
        </div>
      </section>
    );
  }
}
