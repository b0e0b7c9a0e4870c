import * as React from "react";
import { DialogHost } from "../dialogs/DialogHost";
import { scriptErrors } from "../form/scriptErrors";
import type { SiteMapArea } from "../navigation/siteMap";
import { PaneRail } from "../panes/PaneRail";
import type { GlobalCommands } from "../ribbon/globalCommands";
import { QuickCreateHost } from "../quickCreate/QuickCreateHost";
import { GlobalBarFailure } from "../ribbon/GlobalBar";
import type { Shell } from "../shell";
import { Header } from "./Header";
import { MainPage } from "./MainPage";
import { SiteMap } from "./SiteMap";

interface AppShellProps {
  readonly shell: Shell;
  readonly commands: GlobalCommands;
  readonly areas: readonly SiteMapArea[];
}

/** Narrower than this (CSS pixels), the site map lies over the page and closes when a link is followed. */
const narrow = 720;

/** The whole app: header, site map, page, side panes, dialogs. */
export function AppShell({ shell, commands, areas }: AppShellProps): React.ReactElement {
  const [navigationOpen, setNavigationOpen] = React.useState(window.innerWidth >= narrow);
  React.useEffect(
    () =>
      scriptErrors.onError((error, where) => {
        const details = error instanceof Error ? `${where}: ${error.message}` : `${where}: ${String(error)}`;
        void shell.dialogs.error({ message: "One of the scripts for this form has caused an error.", details });
      }),
    [shell],
  );
  React.useEffect(() => {
    const { router } = shell;
    let seen = 0;
    const navigated = (): void => {
      if (router.visit === seen) return;
      seen = router.visit;
      void commands.pageOpened(router.visit);
    };
    navigated();
    return router.subscribe(navigated);
  }, [shell, commands]);
  return (
    <div className="sb-app">
      <Header
        shell={shell}
        commands={commands}
        navigationOpen={navigationOpen}
        toggleNavigation={() => setNavigationOpen(!navigationOpen)}
      />
      <GlobalBarFailure commands={commands} />
      <div className="sb-middle">
        {navigationOpen ? (
          <SiteMap shell={shell} areas={areas} onFollowed={() => (window.innerWidth < narrow ? setNavigationOpen(false) : undefined)} />
        ) : null}
        <main className="sb-main" id="main">
          <MainPage shell={shell} />
        </main>
        <PaneRail shell={shell} />
      </div>
      <QuickCreateHost shell={shell} />
      <DialogHost dialogs={shell.dialogs} />
    </div>
  );
}
