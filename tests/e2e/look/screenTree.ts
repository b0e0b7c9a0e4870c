/** What assistive technology finds of the product on a screen: roles, names and states, as text. */
import type { Screen } from "./screen";

/** The dialog that is open, and where the focus is in it; without one the bubble, the panel and the conversation. Exact times all read the same moment. */
export async function readScreen({ page, bubble, panel, conversation }: Screen): Promise<string> {
  const dialog = page.getByRole("dialog").last();
  const isAsked = await dialog.getByRole("button").first().isVisible();
  // A dialog's own element has no size, so it is not asked whether it can be seen.
  if (isAsked) {
    const [focused = ""] = (await dialog.locator(":focus").ariaSnapshot()).split("\n");
    return sameMoment(`${await dialog.ariaSnapshot()}\n- focus on ${focused.replace(/^- /, "")}`);
  }
  const trees: string[] = [];
  // What is not there is not waited for.
  for (const part of [bubble, panel, conversation]) if (await part.isVisible()) trees.push(await part.ariaSnapshot());
  return sameMoment(trees.join("\n"));
}

/** Every exact time in a text becomes the same one. */
function sameMoment(text: string): string {
  return text.replace(/\d{1,2}:\d{2}\s?[AP]M/g, "10:42 AM").replace(/\d{1,2}\/\d{1,2}\/\d{4}/g, "11/22/2026");
}
