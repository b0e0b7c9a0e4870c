import { messageOf } from "../complain";
import * as React from "react";
import { FormPage } from "../form/FormPage";
import { ListPage } from "../list/ListPage";
import { useChanges } from "../useChanges";
import type { Shell } from "../shell";

/** The page in the main area. Each visit draws it anew. */
export function MainPage({ shell }: { readonly shell: Shell }): React.ReactElement {
  const { router } = shell;
  useChanges(router);
  const { page, visit } = router;
  useTitle(shell, visit);
  return (
    <PageBoundary key={visit}>
      {page.pageType === "dashboard" ? <DashboardPage /> : null}
      {page.pageType === "entitylist" ? <ListPage shell={shell} tableName={page.entityName} viewId={page.viewId} /> : null}
      {page.pageType === "entityrecord" ? (
        <FormPage shell={shell} page={page} place="main" reload={() => void router.go(router.page)} />
      ) : null}
    </PageBoundary>
  );
}

function useTitle({ router, session }: Shell, visit: number): void {
  React.useEffect(() => {
    const { page } = router;
    const table = page.pageType === "dashboard" ? undefined : session.findTable(page.entityName);
    const name = table === undefined ? "Dashboards" : session.label(page.pageType === "entitylist" ? table.pluralLabels : table.labels);
    document.title = `${name} - ${session.label(session.app.labels)}`;
  }, [router, session, visit]);
}

function DashboardPage(): React.ReactElement {
  return (
    <section className="sb-page">
      <div className="sb-card">
        <h1>Dashboards</h1>
        <p>The sandbox has no dashboards: this page stands for every page of an app that is neither a list nor a form.</p>
      </div>
    </section>
  );
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
