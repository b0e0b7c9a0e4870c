import * as React from "react";
import { webResourceAddress } from "../form/scriptLoader";
import type { Session } from "../session/session";

const HTML = 1;

interface WebResourceFrameProps {
  readonly session: Session;
  readonly name: string;
  /** What the page is handed, as its address's `data`. */
  readonly data: string | undefined;
}

/** A web resource's page in a frame of its own, where its scripts reach the app by `parent.Xrm`. */
export function WebResourceFrame({ session, name, data }: WebResourceFrameProps): React.ReactElement {
  const resource = session.model.webResources.find((one) => one.name === name);
  if (resource === undefined) return <Problem>The imported solution has no web resource “{name}”.</Problem>;
  if (resource.type !== HTML) return <Problem>The web resource “{name}” is no HTML page.</Problem>;
  const query = data === undefined ? "" : `?data=${encodeURIComponent(data)}`;
  return <iframe className="sb-web-resource" title={name} src={webResourceAddress(name) + query} />;
}

function Problem({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  return (
    <div className="sb-card">
      <p role="alert">{children}</p>
    </div>
  );
}
