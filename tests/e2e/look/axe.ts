import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { PRODUCT } from "./paint";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** The part of axe-core that is used in the page. */
interface Axe {
  run(
    context: object,
  ): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }>;
}

/**
 * What axe finds wrong in all that the product draws on a page, in words: the rule and the elements.
 * @param parts selectors of what is looked at, separated by a comma and a space
 */
export async function axeViolations(page: Page | Frame, parts = PRODUCT): Promise<readonly string[]> {
  // As a program that looks from outside: the app's own policy lets no strange script in.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (include) => {
    const { axe } = window as unknown as { readonly axe: Axe };
    const found = await axe.run({ include: include.split(", ") });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  }, parts);
}
