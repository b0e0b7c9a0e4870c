import type { XmlElement } from "../../Solutions/build/xml";
import { BUILD_TIMEOUT, descendants, english, ensureBuilt, listAt, packedParts, xmlPart } from "./builtSolution";

let customizations: XmlElement;

beforeAll(async () => {
  await ensureBuilt();
  customizations = xmlPart(packedParts(true), "customizations.xml");
}, BUILD_TIMEOUT);

/** The functions of a command: its rules', then its actions'. */
function functionsOf(ribbon: XmlElement, command: string): readonly string[] {
  const definition = descendants(ribbon, "CommandDefinition").find(({ attributes }) => attributes["Id"] === command) as XmlElement;
  const ruleIds = descendants(definition, "EnableRule").map(({ attributes }) => attributes["Id"]);
  const [rules] = descendants(ribbon, "RuleDefinitions");
  const own = descendants(rules as XmlElement, "EnableRule").filter(({ attributes }) => ruleIds.includes(attributes["Id"]));
  return [...own.flatMap((rule) => descendants(rule, "CustomRule")), ...descendants(definition, "JavaScriptFunction")].map(
    ({ attributes }) => `${attributes["Library"] ?? ""} ${attributes["FunctionName"] ?? ""}`,
  );
}

describe("the application ribbon", () => {
  it("has the command Messages, whose rule runs the launcher on every page", () => {
    const ribbon = customizations.children.find(({ name }) => name === "RibbonDiffXml") as XmlElement;
    const [action] = descendants(ribbon, "CustomAction");
    const [button] = descendants(ribbon, "Button");
    expect(action?.attributes["Location"]).toBe("Mscrm.GlobalTab.New.Controls._children");
    for (const needed of ["LabelText", "Alt", "ModernImage", "Command"]) expect(button?.attributes[needed]).toBeTruthy();
    expect(functionsOf(ribbon, String(button?.attributes["Command"]))).toEqual([
      "$webresource:msgn_/launcher.js MessageNotification.Ribbon.isAvailable",
      "$webresource:msgn_/launcher.js MessageNotification.Ribbon.openMessages",
    ]);
    expect(listAt(ribbon, "LocLabels").flatMap((label) => english(label, "Titles"))).toContain("Messages");
  });

  it("has a button on the forms and on the lists of every table, whose rule runs the launcher and answers no", () => {
    const ribbon = customizations.children.find(({ name }) => name === "RibbonDiffXml") as XmlElement;
    const [, ...hooks] = descendants(ribbon, "CustomAction");
    expect(hooks.map(({ attributes }) => attributes["Location"])).toEqual([
      "Mscrm.Form.{!EntityLogicalName}.MainTab.Save.Controls._children",
      "Mscrm.HomepageGrid.{!EntityLogicalName}.MainTab.Actions.Controls._children",
    ]);
    for (const hook of hooks) {
      const [button] = descendants(hook, "Button");
      // A button without a text or a picture was seen never to be evaluated.
      for (const needed of ["LabelText", "Alt", "ModernImage", "Command"]) expect(button?.attributes[needed]).toBeTruthy();
      expect(functionsOf(ribbon, String(button?.attributes["Command"]))[0]).toBe(
        "$webresource:msgn_/launcher.js MessageNotification.Ribbon.launchOnly",
      );
    }
  });
});
