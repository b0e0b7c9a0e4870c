import { importSolution, importSolutions } from "../../server/solution";
import { cardNeeds, CHART, componentManifest, customControl, helpDeskWithChart, ON_DEMAND } from "../fixture/chartLibrary";
import { edited } from "../fixture/edited";
import { element } from "../fixture/element";
import { helpDesk } from "../fixture/helpDesk";
import { CARD } from "../fixture/helpDeskApp";
import { smallZip } from "../fixture/smallZip";

const bundles = { card: "card", chart: "chart" };
const manifestOf = (name: string): string => `Controls/${name}/ControlManifest.xml`;
const cardOf = (zip: Uint8Array) => importSolution(zip).model.controls.find(({ name }) => name === CARD);
const chartAlone = smallZip({
  uniqueName: "Charts",
  more: [element("CustomControls", {}, customControl(CHART))],
  files: { [manifestOf(CHART)]: componentManifest("Chart"), [`Controls/${CHART}/bundle.js`]: "chart" },
});
const onCard = element("dependency", { type: "control", name: CARD });
const needsChart = edited(helpDesk, { [manifestOf(CARD)]: cardNeeds({ order: 1 }) });

describe("a component that depends on another", () => {
  it("has it before itself, where its manifest says nothing else", () => {
    expect(cardOf(helpDeskWithChart({ order: 1 }, bundles))).toMatchObject({
      libraries: [{ name: CHART, onDemand: false }],
      afterPageLoad: false,
    });
  });

  it("may load it on demand", () => {
    expect(cardOf(helpDeskWithChart({ "load-type": "onDemand" }, bundles))).toMatchObject({
      libraries: [{ name: CHART, onDemand: true }],
      afterPageLoad: true,
    });
  });

  it("has several in their order, those without one last", () => {
    const others = [{ name: "Mscrm.A" }, { name: "Mscrm.B", order: 20 }, { name: "Mscrm.C", order: 3 }];
    const written = others.map((one) => element("dependency", { type: "control", ...one })).join("");
    const zip = edited(helpDesk, { [manifestOf(CARD)]: (xml) => xml.replace("<resources>", `<resources>${written}`) });
    expect(cardOf(zip)?.libraries.map(({ name }) => name)).toEqual(["Mscrm.C", "Mscrm.B", "Mscrm.A"]);
  });

  it("needs none", () => {
    expect(cardOf(helpDesk)).toMatchObject({ libraries: [], afterPageLoad: false });
  });

  it("may have it from a solution that was imported before", () => {
    const { controlFile } = importSolutions([chartAlone, needsChart]);
    expect(controlFile(CHART, "bundle.js")).toBeDefined();
  });

  it("may have it from a solution that solution.xml names and nobody has: the start goes on", () => {
    const zip = edited(needsChart, {
      "solution.xml": (xml) =>
        xml.replace(
          "<MissingDependencies />",
          `<MissingDependencies><MissingDependency><Required type="66" schemaName="${CHART}" solution="Charts (1.0)" /></MissingDependency></MissingDependencies>`,
        ),
    });
    expect(cardOf(zip)?.libraries).toEqual([{ name: CHART, onDemand: false }]);
  });
});

describe("an import is refused", () => {
  it("where nobody brings the library, and says what to do", () => {
    const where = manifestOf(CARD).replaceAll(".", "\\.");
    const problem = `${CARD} depends on a control that no solution brings: ${CHART}.*${where}.*give the zip that has it before`;
    expect(() => importSolution(needsChart)).toThrow(new RegExp(problem, "s"));
    expect(() => importSolutions([needsChart, chartAlone])).toThrow("no solution brings");
  });

  it.each([
    ["itself", { [manifestOf(CARD)]: cardNeeds({ name: CARD }) }],
    ["itself by way of another", { [manifestOf(CHART)]: (xml: string) => xml.replace("</resources>", `${onCard}</resources>`) }],
  ])("where a component depends on %s", (_, edits) => {
    expect(() => importSolution(edited(helpDeskWithChart({}, bundles), edits))).toThrow("depends on itself");
  });
  it.each([
    ["is of another type", { type: "library" }, ON_DEMAND, "unknown type: library"],
    ["has an unknown load-type", { "load-type": "later" }, ON_DEMAND, "unknown load-type: later"],
    ["has an order that is no number", { order: "first" }, "", "no usable order: first"],
    ["has the order 0", { order: 0 }, "", "no usable order: 0"],
    ["loads on demand without the platform action", { "load-type": "onDemand" }, "", "has no <platform-action"],
    [
      "loads on demand without the feature",
      { "load-type": "onDemand" },
      element("platform-action", { "action-type": "afterPageLoad" }),
      'has no <uses-feature name="Utility"',
    ],
  ])("where the dependency %s", (_, use, more, problem) => {
    const withChart = helpDeskWithChart({ name: "Mscrm.Other" }, bundles);
    expect(() => importSolution(edited(withChart, { [manifestOf(CARD)]: cardNeeds(use, more) }))).toThrow(problem);
  });

  it("where a library stands there twice", () => {
    expect(() => importSolution(edited(helpDeskWithChart({}, bundles), { [manifestOf(CARD)]: cardNeeds({ order: 2 }) }))).toThrow(
      `names the library ${CHART} twice`,
    );
  });
});
