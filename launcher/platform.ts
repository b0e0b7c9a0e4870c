/**
 * The part of the client API that the launcher uses, as it is at run time. `@types/xrm` lacks a pane's badge, and calls things
 * always there that are not: everything a page can lack is optional here.
 */

/** The form of one row, as `pane.navigate` takes it. */
export interface RecordPage {
  readonly pageType: "entityrecord";
  readonly entityName: string;
  readonly entityId: string;
  /** Without one: the form that the platform shows the user first. */
  readonly formId?: string;
}

/** A side pane of the app. `badge` is documented for App.sidePanes and missing in the published types. */
export interface AppSidePane {
  readonly paneId: string;
  badge?: number | boolean | string;
  /** Pixels. */
  width: number;
  navigate(page: RecordPage): PromiseLike<void>;
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
    alwaysRender?: boolean;
    keepBadgeOnSelect?: boolean;
    isSelected: boolean;
    width: number;
  }): PromiseLike<AppSidePane>;
  getPane(paneId: string): AppSidePane | null | undefined;
  getSelectedPane(): AppSidePane | null | undefined;
}

/** `Xrm`, as far as it is used. */
export interface Platform {
  readonly App?: { readonly sidePanes?: AppSidePanes };
  readonly Navigation?: { openForm(options: { readonly entityName: string; readonly entityId: string }): PromiseLike<unknown> };
  readonly Utility: {
    getGlobalContext(): {
      getClientUrl(): string;
      getCurrentAppProperties(): PromiseLike<{ readonly uniqueName: string }>;
      readonly userSettings: { readonly userId: string; readonly languageId: number; readonly userName: string };
    };
    getPageContext(): { readonly input?: Readonly<Record<string, unknown>> } | undefined;
  };
}

/**
 * Reads the platform's entry point anew: scripts outlive the page that they were loaded for. Undefined where the platform has not set it
 * yet, as in the ribbon's hidden frame.
 */
export type PlatformNow = () => Platform | undefined;

/** The window's own entry point. */
export const platform: PlatformNow = () => (window as unknown as { readonly Xrm?: Platform }).Xrm;

/**
 * What one call of the platform answers, or undefined where it throws. Only for calls that are known to throw at times that nobody can
 * foresee; everywhere else an error is a bug, and must be seen.
 */
export function attempt<Answer>(call: () => Answer): Answer | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}
