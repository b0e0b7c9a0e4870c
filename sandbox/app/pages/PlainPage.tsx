import * as React from "react";
import type { Page, WebResourcePage } from "../navigation/address";
import type { Session } from "../session/session";
import { AboutApp } from "./AboutApp";
import { WebResourceFrame } from "./WebResourceFrame";

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

/** The page of dashboards where there is none, a custom page or a web resource's page. What the sandbox cannot show, the page says. */
export function PlainPage({ session, page, place }: PlainPageProps): React.ReactElement {
  const Heading = place === "main" ? "h1" : "h2";
  if (page.pageType === "webresource") {
    // The web resource has the whole page, as on the platform; what it is called is said to assistive technology alone.
    return (
      <section className="sb-page sb-web-page">
        <Heading className="sb-unseen">{plainPageName(page)}</Heading>
        <WebResourceFrame session={session} name={page.webresourceName} data={page.data} />
      </section>
    );
  }
  return (
    <section className="sb-page">
      <div className="sb-card">
        <Heading>{plainPageName(page)}</Heading>
        <Content session={session} page={page} />
      </div>
    </section>
  );
}

interface ContentProps {
  readonly session: Session;
  readonly page: Exclude<PlainPageKind, WebResourcePage>;
}

function Content({ session, page }: ContentProps): React.ReactElement {
  switch (page.pageType) {
    case "dashboard":
      return <p>There is no dashboard here that your roles show you.</p>;
    case "custom":
      return <p>The sandbox cannot show what is on a custom page. It shows what is around it.</p>;
    case "url":
      return <p>The sandbox cannot show this page: it is outside the app, or one of the platform’s own.</p>;
    case "about":
      return <AboutApp session={session} />;
  }
}
