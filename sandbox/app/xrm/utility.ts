import { bracedId } from "../navigation/address";
import type { Shell } from "../shell";
import { strict } from "../strict";
import { pageContext } from "./pageContext";
import { resourceString } from "./resourceStrings";
import { userSettings } from "./userSettings";

/** `Xrm.Utility`. */
export function xrmUtility(shell: Shell): object {
  const context = globalContext(shell);
  return strict(
    {
      getGlobalContext: () => context,
      getPageContext: () => pageContext(shell),
      getResourceString: (webResource: string, key: string) => resourceString(shell, webResource, key),
      getEntityMetadata: (table: string) => Promise.resolve(entityMetadata(shell, table)),
    },
    "Xrm.Utility",
  );
}

/**
 * The part of a table's metadata that scripts and components mostly need.
 * @throws Error for an unknown table
 */
export function entityMetadata({ session }: Shell, logicalName: string): object {
  const table = session.table(logicalName);
  return strict(
    {
      LogicalName: table.logicalName,
      EntitySetName: table.entitySetName,
      DisplayName: session.label(table.labels),
      PrimaryIdAttribute: table.primaryId,
      PrimaryNameAttribute: table.primaryName,
    },
    "EntityMetadata",
  );
}

/** `Xrm.Utility.getGlobalContext()`. */
export function globalContext(shell: Shell): object {
  const { session } = shell;
  const name = session.label(session.app.labels, session.app.uniqueName);
  const clientUrl = window.location.origin;
  return strict(
    {
      userSettings: userSettings(session),
      client: strict(
        {
          getClient: () => "Web",
          getClientState: () => "Online",
          getFormFactor: () => 1,
          isOffline: () => false,
        },
        "client",
      ),
      organizationSettings: strict({ languageId: 1033, uniqueName: "sandbox" }, "organizationSettings"),
      getClientUrl: () => clientUrl,
      getVersion: () => "9.2.0.0",
      getCurrentAppUrl: () => `${clientUrl}/main.aspx?appid=${session.appId}`,
      getCurrentAppName: () => Promise.resolve(name),
      getCurrentAppProperties: () =>
        Promise.resolve({
          appId: session.appId,
          displayName: name,
          uniqueName: session.app.uniqueName,
          url: "",
          webResourceId: "",
          webResourceName: "",
          welcomePageId: "",
          welcomePageName: "",
        }),
      getUserId: () => bracedId(session.user.id),
      getUserName: () => session.user.fullName,
      getUserLcid: () => session.languageId,
    },
    "getGlobalContext()",
  );
}
