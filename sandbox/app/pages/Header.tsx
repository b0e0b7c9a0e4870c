import { DefaultButton, ContextualMenuItemType } from "@fluentui/react";
import type { IContextualMenuItem } from "@fluentui/react";
import * as React from "react";
import type { GlobalCommands } from "../ribbon/globalCommands";
import { GlobalBar } from "../ribbon/GlobalBar";
import type { Shell } from "../shell";
import { otherUsers } from "./users";

interface HeaderProps {
  readonly shell: Shell;
  readonly commands: GlobalCommands;
  readonly navigationOpen: boolean;
  readonly toggleNavigation: () => void;
}

/** The bar at the top: the app, the global commands, the user. */
export function Header({ shell, commands, navigationOpen, toggleNavigation }: HeaderProps): React.ReactElement {
  const { session } = shell;
  return (
    <header className="sb-header">
      <button type="button" className="sb-header-button" aria-label="Site map" aria-expanded={navigationOpen} onClick={toggleNavigation}>
        <span aria-hidden="true">☰</span>
      </button>
      <span className="sb-app-name">{session.label(session.app.labels, session.app.uniqueName)}</span>
      <span className="sb-tag">Sandbox</span>
      <span className="sb-space" />
      <GlobalBar shell={shell} commands={commands} />
      <UserMenu shell={shell} />
    </header>
  );
}

function UserMenu({ shell }: { readonly shell: Shell }): React.ReactElement {
  const { user, surroundings } = shell.session;
  const others = otherUsers(surroundings.users, window.location, user.name);
  const items: IContextualMenuItem[] = [
    { key: "switch", text: "Open the app as", itemType: ContextualMenuItemType.Header },
    ...others.map(({ name, fullName, address }) => ({ key: name, text: fullName, href: address })),
    { key: "line", itemType: ContextualMenuItemType.Divider },
    { key: "sandbox", text: surroundings.firstPageLink, href: `${window.location.protocol}//localhost:${window.location.port}/` },
  ];
  return (
    <DefaultButton
      className="sb-user"
      text={user.fullName}
      ariaLabel={`User: ${user.fullName}`}
      menuProps={{ items, directionalHintFixed: true }}
      styles={{ root: { background: "transparent", color: "inherit", border: "none" } }}
    />
  );
}
