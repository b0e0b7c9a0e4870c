/**
 * The part of the client API that the launcher uses, as it is at run time. `@types/xrm` lacks a pane's badge, and calls things
 * always there that are not: everything a page can lack is optional here.
 */

/** A side pane of the app. `badge` is documented for App.sidePanes and missing in the published types. */
export interface AppSidePane {
  readonly paneId: string;
  badge?: number | boolean | string;
  navigate(page: { pageType: "entityrecord"; entityName: string; entityId: string; formId: string }): PromiseLike<void>;
  select(): void;
  close(): void;
}

/** The panes of the app; `state` is 0 collapsed, 1 expanded. */
export interface AppSidePanes {
  state: 0 | 1;
  createPane(options: {
    paneId: string;
    title: string;
    imageSrc: string;
    canClose: boolean;
    alwaysRender: boolean;
    keepBadgeOnSelect: boolean;
    isSelected: boolean;
    width: number;
  }): PromiseLike<AppSidePane>;
  getPane(paneId: string): AppSidePane | null | undefined;
  getSelectedPane(): AppSidePane | null | undefined;
}

/** `Xrm`, as far as it is used. Read anew for every use: scripts outlive the page that they were loaded for. */
export interface Platform {
  readonly App?: { readonly sidePanes?: AppSidePanes };
  readonly Utility: {
    getGlobalContext(): {
      getClientUrl(): string;
      getCurrentAppProperties(): PromiseLike<{ readonly uniqueName: string }>;
      readonly userSettings: { readonly userId: string; readonly languageId: number; readonly userName: string };
    };
    getPageContext(): { readonly input: Readonly<Record<string, unknown>> };
  };
}

/** The platform's entry point: the window's own, or (in the ribbon's hidden frame) undefined until the platform has set it. */
export function platform(): Platform | undefined {
  return (window as unknown as { Xrm?: Platform }).Xrm;
}
