import type { Shell } from "../shell";
import { strict } from "../strict";
import { xrmNavigation } from "./navigation";
import { xrmSidePanes } from "./sidePanes";
import { xrmUtility } from "./utility";
import { clientWebApi } from "./webApi";

/** The global `Xrm` of the main window. Reading a member that it lacks throws. */
export function makeXrm(shell: Shell): object {
  const webApi = strict(clientWebApi(shell.session), "Xrm.WebApi");
  return strict(
    {
      App: strict({ sidePanes: xrmSidePanes(shell.panes) }, "Xrm.App"),
      Navigation: xrmNavigation(shell),
      Utility: xrmUtility(shell),
      WebApi: strict({ ...webApi, online: webApi }, "Xrm.WebApi"),
    },
    "Xrm",
  );
}
