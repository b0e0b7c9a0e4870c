import { Icon } from "@fluentui/react";
import * as React from "react";
import { webResourceAddress } from "../form/scriptLoader";
import { addressOf, isSamePlace } from "../navigation/address";
import { isOrdinaryClick } from "../navigation/PageLink";
import type { SiteMapArea, SiteMapLink } from "../navigation/siteMap";
import { useChanges } from "../useChanges";
import type { Shell } from "../shell";

interface SiteMapProps {
  readonly shell: Shell;
  readonly areas: readonly SiteMapArea[];
  readonly onFollowed: () => void;
}

/** The site map at the left: areas, groups, links. */
export function SiteMap({ shell, areas, onFollowed }: SiteMapProps): React.ReactElement {
  useChanges(shell.router);
  return (
    <nav className="sb-sitemap" aria-label="Site map">
      {areas.map((area) => (
        <div key={area.id}>
          {areas.length > 1 ? <div className="sb-area">{area.label}</div> : null}
          {area.groups.map((group) => (
            <div key={group.id} role="group" aria-label={group.label === "" ? area.label : group.label}>
              {group.label === "" ? null : <div className="sb-group">{group.label}</div>}
              {group.links.map((link) => (
                <SiteMapEntry key={link.id} shell={shell} link={link} onFollowed={onFollowed} />
              ))}
            </div>
          ))}
        </div>
      ))}
    </nav>
  );
}

function SiteMapEntry({
  shell,
  link,
  onFollowed,
}: {
  readonly shell: Shell;
  readonly link: SiteMapLink;
  readonly onFollowed: () => void;
}): React.ReactElement {
  const here = isSamePlace(shell.router.page, link.page);
  const follow = (event: React.MouseEvent): void => {
    if (!isOrdinaryClick(event)) return;
    event.preventDefault();
    onFollowed();
    void shell.router.go(link.page);
  };
  return (
    <a className="sb-link" href={addressOf(link.page, shell.session.appId)} aria-current={here ? "page" : undefined} onClick={follow}>
      {link.icon === undefined ? (
        <Icon className="sb-link-icon" iconName={link.symbol} />
      ) : (
        <img className="sb-link-icon" src={webResourceAddress(link.icon)} alt="" />
      )}
      {link.label}
    </a>
  );
}
