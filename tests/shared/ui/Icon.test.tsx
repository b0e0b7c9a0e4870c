/** @jest-environment jsdom */
import { render } from "@testing-library/react";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as React from "react";
import * as drawings from "../../../shared/ui/drawings";
import { Icon } from "../../../shared/ui/Icon";

const folder = join(dirname(require.resolve("@fluentui/react-icons/package.json")), "lib", "atoms", "headless-svg");
const source = readdirSync(folder)
  .filter((file) =>
    /^(chat|clock|question|wifi-off|chevron-down|dismiss|person|prohibited|warning|arrow-sort|arrow-reply|checkmark|search|settings)\.js$/.test(
      file,
    ),
  )
  .map((file) => readFileSync(join(folder, file), "utf8"))
  .join("\n");

it.each(Object.entries(drawings))("%s is Fluent's icon of that name", (name, { size, path }) => {
  expect(source).toContain(`createFluentIcon('${name}', "${size}", ["${path}"]`);
});

it("is an ornament, in the colour of the text around it", () => {
  const { container } = render(<Icon drawing={drawings.Warning20Regular} className="sign" />);
  const svg = container.querySelector("svg.sign");
  expect(svg?.getAttribute("aria-hidden")).toBe("true");
  expect(svg?.getAttribute("fill")).toBe("currentColor");
  expect(svg?.getAttribute("viewBox")).toBe("0 0 20 20");
});
