import * as React from "react";
import type { Session } from "../session/session";

/** Where the app that the user sees comes from, when the solution brings none, or none with a page that can be shown. */
export function AboutApp({ session }: { readonly session: Session }): React.ReactElement {
  const { model } = session;
  if (model.apps.length > 0) return <p>The app “{session.label(session.app.labels)}” has no page that the sandbox can show.</p>;
  const hasTables = model.tables.some((table) => !table.platform);
  return (
    <>
      <p>
        {model.uniqueName} brings no model-driven app{hasTables ? "" : " and no table"}. The sandbox made this one, with the lists of{" "}
        {hasTables ? "its tables, and of " : ""}contacts and accounts.
      </p>
      <Names title="Web resources" names={model.webResources.map(({ name }) => name)} />
      <Names title="Code components" names={model.controls.map(({ name }) => name)} />
      <Names title="Commands of the application ribbon" names={model.commands.map((one) => session.label(one.labels, one.id))} />
      <p>
        The Web API answers at <code>/api/data/v9.2/</code>, web resources at <code>/WebResources/</code> and their name.
      </p>
    </>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }): React.ReactElement | null {
  if (names.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}
