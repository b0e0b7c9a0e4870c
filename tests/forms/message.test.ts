import { onLoad } from "../../forms/message";
import { createForm } from "../launcher/app";

const EMPTY = { msgn_body: null, msgn_name: null, msgn_receivedon: null, msgn_providermessageid: null };

it("locks nothing and fills nothing in on the form of a message that is there", () => {
  const form = createForm(EMPTY);
  onLoad(form.event);
  expect([form.controls, form.attribute("msgn_receivedon").value]).toEqual([[], null]);
});

describe("a message that is written by hand", () => {
  it("can be filled in, but for when it was read", () => {
    const form = createForm(EMPTY, "");
    onLoad(form.event);
    expect(form.controls).toEqual(
      ["msgn_sessionid", "msgn_direction", "msgn_body", "msgn_receivedon", "msgn_providermessageid"].map((name) => `unlock ${name}`),
    );
  });

  it("was received now, under an id of its own", () => {
    const [one, other] = [createForm(EMPTY, ""), createForm(EMPTY, "")];
    for (const form of [one, other]) onLoad(form.event);
    expect(Math.abs(Date.now() - Number(one.attribute("msgn_receivedon").value))).toBeLessThan(5_000);
    const ids = [one, other].map((form) => String(form.attribute("msgn_providermessageid").value));
    expect(ids[0]).toMatch(/^manual-[0-9a-f-]{36}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it("keeps what is filled in already", () => {
    const receivedOn = new Date(0);
    const form = createForm({ ...EMPTY, msgn_receivedon: receivedOn, msgn_providermessageid: "SM1" }, "");
    onLoad(form.event);
    expect([form.attribute("msgn_receivedon").value, form.attribute("msgn_providermessageid").value]).toEqual([receivedOn, "SM1"]);
  });

  it("is called by its first words", () => {
    const form = createForm(EMPTY, "");
    onLoad(form.event);
    form.attribute("msgn_body").change(`Is my\n\nbike ready? ${"word ".repeat(30)}`);
    expect(form.attribute("msgn_name").submitMode).toBe("always");
    expect(form.attribute("msgn_name").value).toMatch(/^Is my bike ready\? (word )+word…$/);
    form.attribute("msgn_body").change(null);
    expect(form.attribute("msgn_name").value).toBe("");
  });
});
