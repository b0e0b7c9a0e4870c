import type { List } from "./list";

/** What opens pages of the app; the platform's `Xrm.Navigation`, as far as it is used. */
export interface AppNavigation {
  navigateTo(page: { readonly pageType: "entitylist"; readonly entityName: string; readonly viewId: string }): PromiseLike<unknown>;
}

/** Leads from the figures to the app's lists. */
export interface AppLinks {
  /** The list's address, for a new tab, and for whoever reads where a link leads. */
  readonly addressOf: (list: List) => string;
  /** Opens the list in place of the page that shows the figures. */
  readonly open: (list: List) => void;
}

/**
 * @param appUrl the app's address, with its id where that is known
 * @param navigation undefined, or failing, where the page is shown outside an app: the address is opened then
 * @param go opens an address in the whole window
 */
export function createAppLinks(appUrl: string, navigation: AppNavigation | undefined, go: (address: string) => void): AppLinks {
  const addressOf = ({ table, viewId }: List): string =>
    `${appUrl}${appUrl.includes("?") ? "&" : "?"}pagetype=entitylist&etn=${table}&viewid=${viewId}`;
  return {
    addressOf,
    open(list) {
      const byAddress = (): void => go(addressOf(list));
      if (!navigation) {
        byAddress();
        return;
      }
      try {
        navigation.navigateTo({ pageType: "entitylist", entityName: list.table, viewId: list.viewId }).then(undefined, byAddress);
      } catch {
        byAddress();
      }
    },
  };
}
