/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import { buildNotice, buildNotification, buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

const MARKUP = '<img src=x onerror="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)">x</a>';
const RLO = "\u202e";

function renderHostile(text: string) {
  const notification = buildNotification({
    actions: ["accept", "dismiss", "block", "assign"],
    preview: text,
    session: { contactName: text, owner: { id: "o", name: text, kind: "user", isDisabled: false } },
  });
  return renderPanel(buildSnapshot({ notifications: [notification], notices: [buildNotice({ subject: text, by: text, kind: "taken" })] }));
}

describe("text that others wrote", () => {
  it("is never markup, in the message, the names, the notices or the dialogs", () => {
    const { baseElement } = renderHostile(MARKUP);
    fireEvent.click(screen.getByRole("button", { name: /^Assign to Me/ }));
    expect(screen.getByRole("dialog").textContent).toContain(MARKUP);
    expect(baseElement.querySelector("img, script, a, iframe")).toBeNull();
  });

  it("is not a template: places in a name stay what they are", () => {
    renderHostile("{0}{1}");
    expect(screen.getByRole("button", { name: "Accept {0}{1}" })).not.toBeNull();
  });

  it("loses control characters and direction overrides", () => {
    const { baseElement } = renderHostile(`Jane${RLO}\u0000\u0007\u001b[2J Doe`);
    expect(screen.getByRole("button", { name: "Accept Jane[2J Doe" })).not.toBeNull();
    expect(baseElement.textContent).not.toContain(RLO);
    expect(baseElement.textContent).not.toContain("\u0000");
  });

  it("shows a name on one line and isolated from the sentence around it", () => {
    const { container } = renderHostile("Jane\r\n\tDoe");
    const names = Array.from(container.querySelectorAll("bdi")).filter((one) => !one.closest("summary"));
    expect(names.length).toBeGreaterThan(0);
    for (const isolated of names) expect(isolated.textContent).not.toMatch(/[\r\n\t]/);
    expect(container.querySelector("bdi")?.getAttribute("dir")).toBe("auto");
  });

  it("takes its own direction in the message", () => {
    renderPanel(buildSnapshot({ notifications: [buildNotification({ preview: "مرحبا ABC" })] }));
    expect(screen.getByText("مرحبا ABC").getAttribute("dir")).toBe("auto");
  });

  it("is cut when it is long, between characters", () => {
    renderPanel(buildSnapshot({ notifications: [buildNotification({ preview: "👍".repeat(5000) })] }));
    const shown = screen.getByText(/^👍/u).textContent;
    expect(shown).toBe(`${"👍".repeat(400)}…`);
  });
});
