/** A page with nothing but the panel (panelPage.tsx), bundled as it is. */
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { readResx } from "../NotificationPanel/readResx";
import type { PanelPage } from "./panelPage";

declare global {
  interface Window {
    readonly panelPage: PanelPage;
  }
}

let code: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, "panelPage.tsx")],
    bundle: true,
    write: false,
    format: "iife",
    jsx: "transform",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** Opens it with so many conversations, as wide as the side pane. */
export async function openPanelPage(browser: Browser, count: number): Promise<Page> {
  code ??= bundle();
  const page = await browser.newPage({ viewport: { width: 380, height: 700 } });
  await page.setContent('<!doctype html><html lang="en"><body style="margin:0"><div id="panel" style="height:100vh"></div></body></html>');
  await page.addScriptTag({ content: await code });
  await page.evaluate(([texts, many]) => window.panelPage.open(texts, many), [readResx(1033), count] as const);
  return page;
}
