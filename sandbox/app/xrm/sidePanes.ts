import type { PageInput } from "../navigation/pageOfInput";
import type { Pane, PaneOptions, SidePanes } from "../panes/sidePanes";
import { strict } from "../strict";

const facades = new WeakMap<Pane, object>();

/** `Xrm.App.sidePanes`. */
export function xrmSidePanes(panes: SidePanes): object {
  const facade = (pane: Pane): object => {
    let made = facades.get(pane);
    if (made === undefined) {
      made = paneFacade(pane, panes);
      facades.set(pane, made);
    }
    return made;
  };
  return strict(
    {
      get state(): number {
        return panes.state;
      },
      set state(state: number) {
        panes.state = state;
      },
      createPane: async (options: PaneOptions = {}) => Promise.resolve(facade(panes.create(options))),
      getAllPanes: () => {
        const all = panes.panes.map(facade);
        return Object.assign([...all], { getLength: () => all.length, getAll: () => all });
      },
      getPane: (paneId: string) => {
        const pane = panes.find(paneId);
        return pane === undefined ? undefined : facade(pane);
      },
      getSelectedPane: () => (panes.selected === undefined ? undefined : facade(panes.selected)),
    },
    "Xrm.App.sidePanes",
  );
}

type Settable = "title" | "imageSrc" | "keepBadgeOnSelect" | "hideHeader" | "hidden" | "width" | "badge";

function paneFacade(pane: Pane, panes: SidePanes): object {
  const facade: Record<string, unknown> = {
    paneId: pane.paneId,
    canClose: pane.canClose,
    alwaysRender: pane.alwaysRender,
    select: () => panes.select(pane),
    close: () => panes.close(pane),
    // As on the platform, this resolves before the page's form has loaded.
    navigate: async (input: PageInput) => {
      panes.navigate(pane, input);
      return Promise.resolve();
    },
  };
  const settable: readonly Settable[] = ["title", "imageSrc", "keepBadgeOnSelect", "hideHeader", "hidden", "width", "badge"];
  for (const name of settable) {
    Object.defineProperty(facade, name, {
      enumerable: true,
      get: () => pane[name],
      set: (value: never) => panes.update(pane, { [name]: value }),
    });
  }
  return strict(facade, "pane");
}
