import { Link } from "@fluentui/react";
import * as React from "react";
import type { Shell } from "../shell";
import { addressOf } from "./address";
import type { Page } from "./address";

interface PageLinkProps {
  readonly shell: Shell;
  readonly page: Page;
  readonly id?: string;
  readonly label?: string;
  readonly children: React.ReactNode;
}

/** A link to a page of the app: a plain click goes there in this tab, any other is the browser's own. */
export function PageLink({ shell, page, id, label, children }: PageLinkProps): React.ReactElement {
  const follow = (event: React.MouseEvent): void => {
    event.stopPropagation();
    if (isOrdinaryClick(event)) {
      event.preventDefault();
      void shell.router.go(page);
    }
  };
  return (
    <Link id={id} href={addressOf(page, shell.session.appId)} aria-label={label} onClick={follow}>
      {children}
    </Link>
  );
}

/** True for a click that asks for no new tab or window. */
export function isOrdinaryClick(event: React.MouseEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
}
