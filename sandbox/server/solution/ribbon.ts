import { commandPlaceOf } from "../../model";
import type { Labels, LeftOut, RibbonCall, RibbonCommand, RibbonRule } from "../../model";
import { attribute, child, children, path } from "../xml";
import type { XmlNode } from "../xml";
import { SolutionImportError } from "./solutionImportError";
import { englishLabel, labelsIn } from "./labels";
import { integer, needAttribute } from "./partXml";

const WEB_RESOURCE = "$webresource:";
const LOC_LABEL = "$LocLabels:";

function libraryOf(node: XmlNode): string {
  const library = needAttribute(node, "Library");
  return library.startsWith(WEB_RESOURCE) ? library.slice(WEB_RESOURCE.length) : library;
}

function readCall(node: XmlNode): RibbonCall {
  return {
    library: libraryOf(node),
    functionName: needAttribute(node, "FunctionName"),
    parameters: node.children.map((one) => ({ kind: one.name, value: attribute(one, "Value") ?? "" })),
  };
}

/** The rules with a script (CustomRule) by their id; others have no meaning in the sandbox. */
function readRules(diff: XmlNode): ReadonlyMap<string, readonly RibbonRule[]> {
  const rules = new Map<string, readonly RibbonRule[]>();
  for (const node of children(path(diff, "RuleDefinitions", "EnableRules"), "EnableRule")) {
    const id = needAttribute(node, "Id");
    const custom = children(node, "CustomRule").map((one) => ({
      ...readCall(one),
      id,
      default: attribute(one, "Default")?.toLowerCase() === "true",
      invertResult: attribute(one, "InvertResult")?.toLowerCase() === "true",
    }));
    rules.set(id, custom);
  }
  return rules;
}

/** A text of the ribbon by language: a LocLabel's, or a plain text as it is. */
function textLookup(diff: XmlNode): (value: string | undefined) => Labels {
  const texts = new Map(
    children(child(diff, "LocLabels"), "LocLabel").map((node) => [needAttribute(node, "Id"), labelsIn(node, "Titles", "Title")]),
  );
  return (value) => {
    if (value?.startsWith(LOC_LABEL)) return texts.get(value.slice(LOC_LABEL.length)) ?? {};
    return value === undefined ? {} : { "1033": value };
  };
}

interface Definitions {
  readonly commands: ReadonlyMap<string, XmlNode>;
  readonly rules: ReadonlyMap<string, readonly RibbonRule[]>;
  readonly text: (value: string | undefined) => Labels;
}

function rulesOf(command: XmlNode, definitions: Definitions): readonly RibbonRule[] {
  return children(child(command, "EnableRules"), "EnableRule").flatMap((one) => {
    const id = needAttribute(one, "Id");
    const found = definitions.rules.get(id);
    if (found) return found;
    if (id.startsWith("Mscrm.")) return [];
    throw new SolutionImportError(`A ribbon command names an unknown enable rule: ${id}`, one.place, "Define it in RuleDefinitions.");
  });
}

function readButton(button: XmlNode, action: XmlNode, definitions: Definitions): RibbonCommand {
  const commandId = needAttribute(button, "Command");
  const command = definitions.commands.get(commandId);
  if (!command) {
    throw new SolutionImportError(
      `A ribbon button names an unknown command: ${commandId}`,
      button.place,
      "Define it in CommandDefinitions.",
    );
  }
  const image = attribute(button, "ModernImage") ?? "";
  return {
    id: needAttribute(button, "Id"),
    location: needAttribute(action, "Location"),
    sequence: integer(attribute(button, "Sequence") ?? attribute(action, "Sequence"), button) ?? 0,
    labels: definitions.text(attribute(button, "LabelText")),
    alt: englishLabel(definitions.text(attribute(button, "Alt")), ""),
    toolTips: definitions.text(attribute(button, "ToolTipTitle") ?? attribute(button, "ToolTipDescription")),
    modernImage: image.startsWith(WEB_RESOURCE) ? image.slice(WEB_RESOURCE.length) : image,
    enableRules: rulesOf(command, definitions),
    actions: children(child(command, "Actions"), "JavaScriptFunction").map(readCall),
  };
}

/** What a control of the ribbon is called, for people. */
function controlName(control: XmlNode, action: XmlNode, text: Definitions["text"]): string {
  const label = englishLabel(text(attribute(control, "LabelText")), "");
  const id = attribute(control, "Id") ?? attribute(action, "Id") ?? "?";
  return `${label === "" ? id : label} (at ${attribute(action, "Location") ?? "?"})`;
}

/** Rules of a command that are not asked here, because no script of the solution answers them. */
function skipRules(diff: XmlNode, skip: (what: LeftOut) => void): void {
  for (const kind of ["Enable", "Display"]) {
    for (const rule of children(path(diff, "RuleDefinitions", `${kind}Rules`), `${kind}Rule`)) {
      const isPlayed = kind === "Enable" && rule.children.length > 0 && rule.children.every((one) => one.name === "CustomRule");
      // A solution that uses a rule of the platform's carries a copy of it.
      const isPlatforms = attribute(rule, "Id")?.startsWith("Mscrm.") === true;
      if (!isPlayed && !isPlatforms) skip({ kind: `${kind.toLowerCase()} rule of the ribbon`, name: attribute(rule, "Id") ?? "?" });
    }
  }
}

/**
 * The buttons of the application ribbon (RibbonDiffXml directly in customizations.xml). Menus, buttons that do nothing, and buttons at places
 * that the shell does not draw are left out.
 * @throws SolutionImportError
 */
export function readCommands(root: XmlNode, skip: (what: LeftOut) => void): readonly RibbonCommand[] {
  const diff = child(root, "RibbonDiffXml");
  if (!diff) return [];
  const definitions: Definitions = {
    commands: new Map(children(child(diff, "CommandDefinitions"), "CommandDefinition").map((node) => [needAttribute(node, "Id"), node])),
    rules: readRules(diff),
    text: textLookup(diff),
  };
  const buttons: RibbonCommand[] = [];
  const seen = new Set<string>();
  for (const action of child(diff, "CustomActions")?.children ?? []) {
    if (action.name === "HideCustomAction") skip({ kind: "hidden ribbon button", name: attribute(action, "Location") ?? "?" });
    for (const control of child(action, "CommandUIDefinition")?.children ?? []) {
      // A command of the platform's own ("Mscrm.Enabled") has no script of the solution's.
      const command = attribute(control, "Command") ?? "Mscrm.";
      const isPlayed =
        control.name === "Button" && !command.startsWith("Mscrm.") && commandPlaceOf(attribute(action, "Location") ?? "") !== undefined;
      if (!isPlayed) {
        skip({
          kind: `ribbon ${control.name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase()}`,
          name: controlName(control, action, definitions.text),
        });
        continue;
      }
      const read = readButton(control, action, definitions);
      if (seen.has(read.id))
        throw new SolutionImportError(`The ribbon has the button ${read.id} twice`, control.place, "Give each its own Id.");
      seen.add(read.id);
      buttons.push(read);
    }
  }
  skipRules(diff, skip);
  return buttons.sort((a, b) => a.sequence - b.sequence);
}
