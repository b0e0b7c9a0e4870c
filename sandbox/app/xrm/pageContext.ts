import type { Page } from "../navigation/address";
import type { Shell } from "../shell";

/** What `Xrm.Utility.getPageContext()` answers. */
export interface PageContext {
  readonly input?: Readonly<Record<string, unknown>>;
}

/**
 * What `getPageContext` says of the page in the main area. Microsoft documents it for forms and lists alone; that the other pages answer
 * their page input is the friendly reading. See the temper's `pageContext` for the others.
 * @throws TypeError where the temper says that it throws
 */
export function pageContext({ router, panes, session }: Shell): PageContext | undefined {
  const { page } = router;
  switch (session.temper.pageContext) {
    case "throws":
      throw new TypeError("Cannot read properties of undefined (reading 'pageContext')");
    case "empty":
      return emptyContext(page);
    case "pane":
      return { input: pageInput(panes.latestPage ?? page) };
    case "friendly":
      return { input: pageInput(page) };
  }
}

/** An empty object on a dashboard, nothing at all on pages that are neither that nor a list or a form. */
function emptyContext(page: Page): PageContext | undefined {
  if (page.pageType === "dashboard") return {};
  return page.pageType === "entitylist" || page.pageType === "entityrecord" ? { input: pageInput(page) } : undefined;
}

/** The page as its page input; members that a page does not have are left out, but for a list's and a form's, which are undefined. */
function pageInput(page: Page): Readonly<Record<string, unknown>> {
  switch (page.pageType) {
    case "entitylist":
      return { pageType: page.pageType, entityName: page.entityName, viewId: page.viewId };
    case "entityrecord":
      return { pageType: page.pageType, entityName: page.entityName, entityId: page.entityId, formId: page.formId };
    default:
      return { ...page };
  }
}
