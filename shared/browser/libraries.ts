/**
 * Parts of the product that are bundles of their own and are loaded when they are first needed. Two bundles of a page share nothing but its window: the one that
 * is loaded puts itself there, and the one that needs it finds it (https://learn.microsoft.com/power-apps/developer/component-framework/tutorial-use-dependent-libraries).
 */

// As bundles call them.
/** The notification panel. */
export const PANEL_LIBRARY = "NotificationPanel";
/** The box to answer in. */
export const REPLY_LIBRARY = "ReplyBox";
/** Saying whose a number is. */
export const CUSTOMER_LIBRARY = "CustomerLink";

/** The product's version, put in by the build (webpack.config.js). */
declare const PRODUCT_VERSION: string;

/** A page that has been open since before an update holds the bundles of two versions: neither finds a part of the other's. */
const keyOf = (name: string) => `MessageNotification.${name} ${PRODUCT_VERSION}`;

/** Puts a part of the product where other bundles of this page find it. */
export function offerLibrary(page: object, name: string, library: object): void {
  Object.assign(page, { [keyOf(name)]: library });
}

/** A part that another bundle of this page and of this version offers: what it is, only that bundle's types say. Undefined where none offers it. */
export function findLibrary(page: object, name: string): unknown {
  return (page as Record<string, unknown>)[keyOf(name)];
}

/**
 * Loads a script of the app's own environment into the page; resolves when it has run. The element goes again: it has done its work.
 * @param path from the environment's root
 * @throws Error where it cannot be loaded
 */
export function loadScript({ document: page }: Pick<Window, "document">, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = page.createElement("script");
    script.src = path;
    const end = (settle: () => void) => () => {
      script.remove();
      settle();
    };
    script.onload = end(resolve);
    script.onerror = end(() => reject(new Error(`${path} could not be loaded.`)));
    page.head.append(script);
  });
}
