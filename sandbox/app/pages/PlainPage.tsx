import * as React from "react";
import { webResourceAddress } from "../form/scriptLoader";
import type { Page, WebResourcePage } from "../navigation/address";
import type { Session } from "../session/session";
import { AboutApp } from "./AboutApp";

/** A page that is neither a list nor a form. */
export type PlainPageKind = Exclude<Page, { readonly pageType: "entitylist" | "entityrecord" }>;

interface PlainPageProps {
  readonly session: Session;
  readonly page: PlainPageKind;
  readonly place: "main" | "pane";
}

/** What such a page is called. */
export function plainPageName(page: PlainPageKind): string {
  switch (page.pageType) {
    case "dashboard":
      return "Dashboards";
    case "custom":
      return page.name;
    case "webresource":
      return page.webresourceName;
    case "url":
      return page.url === "" ? "Page without an address" : page.url;
    case "about":
      return "About this app";
  }
}

/** A dashboard, a custom page or a web resource's page. What the sandbox cannot show, the page says. */
export function PlainPage({ session, page, place }: PlainPageProps): React.ReactElement {
  const Heading = place === "main" ? "h1" : "h2";
  return (
    <section className="sb-page">
      <div className="sb-card">
        <Heading>{plainPageName(page)}</Heading>
        <Content session={session} page={page} />
      </div>
    </section>
  );
}

function Content({ session, page }: Pick<PlainPageProps, "session" | "page">): React.ReactElement {
  switch (page.pageType) {
    case "dashboard":
      return <p>This dashboard is empty: the sandbox has no charts and no streams.</p>;
    case "custom":
      return <p>The sandbox cannot show what is on a custom page. It shows what is around it.</p>;
    case "webresource":
      return <WebResourceFrame session={session} page={page} />;
    case "url":
      return <p>The sandbox cannot show this page: it is outside the app, or one of the platform’s own.</p>;
    case "about":
      return <AboutApp session={session} />;
  }
}

const HTML = 1;

/** The web resource in a frame of its own, where its scripts reach the app by `parent.Xrm`. */
function WebResourceFrame({ session, page }: { readonly session: Session; readonly page: WebResourcePage }): React.ReactElement {
  const { webresourceName: name, data } = page;
  const resource = session.model.webResources.find((one) => one.name === name);
  if (resource === undefined) return <p role="alert">The imported solution has no web resource “{name}”.</p>;
  if (resource.type !== HTML) return <p role="alert">The web resource “{name}” is no HTML page.</p>;
  const query = data === undefined ? "" : `?data=${encodeURIComponent(data)}`;
  return <iframe className="sb-web-resource" title={name} src={webResourceAddress(name) + query} />;
}
