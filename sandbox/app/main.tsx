import { setRTL, ThemeProvider } from "@fluentui/react";
import * as React from "react";
import * as ReactDOM from "react-dom";
import { complain, messageOf } from "./complain";
import { lendHand } from "./hand/hand";
import { applyLanguage, chooseLanguage } from "./language";
import { applyLook, chooseLook } from "./look/look";
import { Router } from "./navigation/router";
import { linksOf, siteMapFor } from "./navigation/siteMap";
import { AppShell } from "./pages/AppShell";
import { installRegistry } from "./pcf/registry";
import { startOtherProduct } from "./panes/otherProduct";
import { reloadAfterImport } from "./reloadAfterImport";
import { commandsByPlace } from "./ribbon/commandsByPlace";
import { GlobalCommands } from "./ribbon/globalCommands";
import { makeRibbonFrame } from "./ribbon/ribbonFrame";
import { TemplateCommands } from "./ribbon/templateCommands";
import { templateCommandsContext } from "./ribbon/useTemplateCommands";
import { isRightToLeft } from "./session/labels";
import { loadSession } from "./session/session";
import { firstPage, makeShell } from "./shell";
import { installIcons } from "./style/icons";
import "./style/pages.css";
import "./style/dashboard.css";
import "./style/shell.css";
import { loadResourceStrings } from "./xrm/resourceStrings";
import { makeXrm } from "./xrm/xrm";

/** Opens the app: the one entry of the shell's bundle. */
async function start(root: HTMLElement): Promise<void> {
  const languageId = chooseLanguage(window);
  applyLanguage(document, languageId);
  setRTL(isRightToLeft(languageId));
  const look = chooseLook(window, isRightToLeft(languageId));
  applyLook(document, look);
  installIcons();
  const [session] = await Promise.all([loadSession(languageId), loadStyle(document)]);
  const { importId } = session.surroundings;
  if (importId !== undefined) reloadAfterImport(window, importId);
  const areas = siteMapFor(session);
  const router = new Router(window, session.appId, firstPage(linksOf(areas), session.app));
  const shell = makeShell(session, router, look);
  await loadResourceStrings(shell);
  const xrm = makeXrm(shell);
  Object.assign(window, { Xrm: xrm });
  installRegistry(window);
  const { globalRule, otherPane } = session.temper;
  const { global, ...templates } = commandsByPlace(session.model.commands);
  const frame = makeRibbonFrame(document, xrm);
  const second = globalRule === "twice" ? makeRibbonFrame(document, xrm, "ClientApiFrame2") : undefined;
  const commands = new GlobalCommands(global, frame, globalRule, second);
  if (otherPane === "expands") startOtherProduct(shell.panes);
  const app = (
    <templateCommandsContext.Provider value={new TemplateCommands(templates, frame)}>
      <AppShell shell={shell} commands={commands} areas={areas} />
    </templateCommandsContext.Provider>
  );
  const { fluentTheme } = look;
  ReactDOM.render(
    fluentTheme === undefined ? (
      app
    ) : (
      <ThemeProvider theme={fluentTheme} applyTo="none" className="sb-themed">
        {app}
      </ThemeProvider>
    ),
    root,
  );
  lendHand(window);
}

/** Loads the shell's style sheet, which is built beside its script; a page may have it already. */
function loadStyle(target: Document): Promise<void> {
  const address = "/uclient/shell/main.css";
  if (target.querySelector(`link[href="${address}"]`) !== null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = target.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => reject(new Error(`The style sheet ${address} could not be loaded.`)));
    target.head.append(link);
  });
}

/** The element that the page gives the app, or one of its own. */
function rootElement(): HTMLElement {
  const given = document.getElementById("app");
  if (given !== null) return given;
  const made = document.createElement("div");
  made.id = "app";
  document.body.append(made);
  return made;
}

const root = rootElement();
start(root).catch((error: unknown) => {
  complain(error);
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = messageOf(error);
  root.replaceChildren(message);
});
