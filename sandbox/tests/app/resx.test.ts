/** @jest-environment jsdom */
import { ComponentStrings, languageOfResx, parseResx } from "../../app/pcf/resx";

const resx = `\uFEFF<?xml version="1.0" encoding="utf-8"?>
<root>
  <resheader name="version"><value>2.0</value></resheader>
  <data name="Greeting" xml:space="preserve"><value>Hello &amp; welcome</value><comment>At the door</comment></data>
  <data name="Empty" xml:space="preserve"><value></value></data>
</root>`;

describe("the texts of a resx file", () => {
  it("are found by key, with entities resolved and comments left out", () => {
    expect([...parseResx(resx)]).toEqual([
      ["Greeting", "Hello & welcome"],
      ["Empty", ""],
    ]);
  });

  it("are refused where the file is not well-formed", () => {
    expect(() => parseResx("<root><data></root>")).toThrow("not well-formed");
  });

  it("belong to the language in the file's name", () => {
    expect(languageOfResx("strings/TicketCard.1031.resx")).toBe(1031);
    expect(languageOfResx("strings/TicketCard.resx")).toBeUndefined();
  });
});

describe("what a component's getString answers", () => {
  const german = new Map([["Yes", "Ja"]]);
  const english = new Map([
    ["Yes", "Yes"],
    ["No", "No"],
  ]);
  const strings = new ComponentStrings("component", [german, english]);

  it("is the user's language first, then English", () => {
    expect(strings.get("Yes")).toBe("Ja");
    expect(strings.get("No")).toBe("No");
  });

  it("is the key for an unknown one, with a loud complaint", async () => {
    const complaint = new Promise<string>((resolve) => {
      window.addEventListener(
        "error",
        (event) => {
          event.preventDefault();
          resolve(event.message);
        },
        { once: true },
      );
    });
    expect(strings.get("Perhaps")).toBe("Perhaps");
    expect(await complaint).toContain('"Perhaps"');
  });
});
