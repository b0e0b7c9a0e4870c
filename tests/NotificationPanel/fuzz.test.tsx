/** @jest-environment jsdom */
/** Whatever customers write and are called: it is text on the panel, and what is read aloud can be understood. */
import { cleanup, fireEvent } from "@testing-library/react";
import * as fc from "fast-check";
import { initialsOf, previewText } from "../../shared/ui/texts";
import { plainName } from "../../shared/domain/plainName";
import type { InboxSnapshot, NoticeKind } from "../../shared/inbox/snapshot";
import { hostileName, hostileText, isWellFormed, tries } from "../hostile";
import { buildNotice, buildNotification, buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

/** Control characters, and everything that turns or hides text beyond its own end. */
const DANGEROUS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]/;
/** What an accessible name or a name on the panel must not have: more than one line, or a direction of its own. */
const NOT_IN_A_NAME = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
/** Something that can be seen: not only blanks, joiners and marks of direction. */
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Z}]/u;

const KINDS: readonly NoticeKind[] = ["dismissed", "blocked", "taken", "gone", "changed", "denied", "failed"];

/** A panel with one card, one notice and everything on them hostile. */
const panel = fc.record({
  contact: fc.option(hostileText),
  number: hostileName,
  business: hostileName,
  owner: hostileName,
  preview: fc.option(hostileText),
  kind: fc.constantFrom(...KINDS),
});
type Texts = typeof panel extends fc.Arbitrary<infer T> ? T : never;

function snapshotOf({ contact, number, business, owner, preview, kind }: Texts): InboxSnapshot {
  const session = {
    contactName: contact,
    phoneNumber: number,
    businessNumber: business,
    owner: { id: "o", name: owner, kind: "user" as const, isDisabled: false },
  };
  const card = (id: string) =>
    buildNotification({ actions: ["accept", "dismiss", "block", "view", "assign"], preview, session: { ...session, id } });
  return buildSnapshot({
    // Two of one contact number: each says which of our numbers was written to.
    notifications: [card("00000000-0000-0000-0000-000000000001"), card("00000000-0000-0000-0000-000000000002")],
    notices: [buildNotice({ kind, subject: contact ?? number, by: owner, canUndo: kind === "dismissed" })],
  });
}

const cards = () => [...document.querySelectorAll<HTMLElement>('[role="listitem"]')];

/** The panel as it is when nobody is hostile: its tags and attributes are all that there may be. */
function shapeOf(root: ParentNode): { tags: Set<string>; attributes: Set<string> } {
  const elements = [...root.querySelectorAll("*")];
  return {
    tags: new Set(elements.map(({ tagName }) => tagName.toLowerCase())),
    attributes: new Set(elements.flatMap((element) => element.getAttributeNames())),
  };
}

function openEverything(texts: Texts) {
  const view = renderPanel(snapshotOf(texts));
  fireEvent.click(view.container.querySelector('[aria-label^="Assign to Me"]') as HTMLElement);
  expect(view.baseElement.querySelector('[role="dialog"]')).not.toBeNull();
  return view;
}

const HARMLESS: Texts = { contact: "Jane Doe", number: "+15550100", business: "+15550999", owner: "Ana", preview: "Hi", kind: "taken" };

it("has no element and no attribute that a harmless panel has not: no link, no script, no handler, no picture", () => {
  const known = { tags: new Set<string>(), attributes: new Set<string>() };
  for (const preview of ["Hi", "", null]) {
    for (const contact of ["Jane Doe", "", null]) {
      for (const kind of ["taken", "dismissed"] as const) {
        const { baseElement } = openEverything({ ...HARMLESS, preview, contact, kind });
        const { tags, attributes } = shapeOf(baseElement);
        for (const tag of tags) known.tags.add(tag);
        for (const attribute of attributes) known.attributes.add(attribute);
        cleanup();
      }
    }
  }
  for (const never of ["a", "img", "script", "iframe", "object", "form", "link", "meta", "base"]) expect(known.tags).not.toContain(never);
  expect([...known.attributes].filter((name) => /^(on|href|src|action|formaction|srcdoc|xlink)/.test(name))).toEqual([]);
  fc.assert(
    fc.property(panel, (texts) => {
      try {
        const { tags, attributes } = shapeOf(openEverything(texts).baseElement);
        expect([...tags].filter((tag) => !known.tags.has(tag))).toEqual([]);
        expect([...attributes].filter((name) => !known.attributes.has(name))).toEqual([]);
      } finally {
        cleanup();
      }
    }),
    tries(25),
  );
});

it("shows name, number and message as text, each in a direction of its own, and in names nothing that is not theirs", () => {
  fc.assert(
    fc.property(panel, (texts) => {
      try {
        const { container } = renderPanel(snapshotOf(texts));
        const [card] = cards();
        if (!card) throw new Error("no card");
        const isolated = [...card.querySelectorAll("bdi")].map(({ textContent, dir }) => [textContent, dir]);
        const subject = plainName(texts.contact ?? "") || plainName(texts.number);
        expect(isolated[0]?.[0]).toBe(subject);
        for (const [, dir] of isolated) expect(dir).toMatch(/^(auto|ltr)$/);
        if (texts.preview !== null && previewText(texts.preview) !== "") {
          const [shown] = [...card.querySelectorAll<HTMLElement>("summary > span > bdi")];
          expect([shown?.textContent, shown?.dir]).toEqual([previewText(texts.preview), "auto"]);
        }
        expect(container.textContent).not.toMatch(DANGEROUS);
        const names = [...container.querySelectorAll("[aria-label], [title]")].flatMap((element) =>
          ["aria-label", "title"].map((attribute) => element.getAttribute(attribute) ?? ""),
        );
        for (const name of [...names, ...isolated.map(([text]) => text ?? "")]) {
          expect(name).not.toMatch(NOT_IN_A_NAME);
        }
      } finally {
        cleanup();
      }
    }),
    tries(40),
  );
});

it("has accessible names that begin with what is to be said first, and say whom it is about where anything visible is known", () => {
  fc.assert(
    fc.property(panel, (texts) => {
      try {
        renderPanel(snapshotOf(texts));
        const [card] = cards();
        if (!card) throw new Error("no card");
        const contact = plainName(texts.contact ?? "");
        const subject = contact || plainName(texts.number);
        expect(card.getAttribute("aria-label")?.startsWith(subject)).toBe(true);
        if (VISIBLE.test(texts.number) || VISIBLE.test(texts.contact ?? "")) expect(subject).toMatch(VISIBLE);
        const buttons = [...card.querySelectorAll("button")].map((button) => button.getAttribute("aria-label") ?? "");
        const words = ["Accept", "Dismiss", "Block", "View Message", "Assign to Me", "Answer"];
        expect(buttons).toHaveLength(words.length);
        buttons.forEach((name, at) => expect(name.startsWith(`${words[at] ?? "?"} ${subject}`.trim())).toBe(true));
      } finally {
        cleanup();
      }
    }),
    tries(40),
  );
});

describe("a text on its own", () => {
  it("loses control characters, never half of a character, and at most its end", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [shown, name] = [previewText(text), plainName(text)];
        expect(shown).not.toMatch(DANGEROUS);
        expect(name).not.toMatch(NOT_IN_A_NAME);
        expect(Array.from(shown).length).toBeLessThanOrEqual(401);
        if (isWellFormed(text)) for (const made of [shown, name, initialsOf(name)]) expect(isWellFormed(made)).toBe(true);
        expect(plainName(name)).toBe(name);
        expect(previewText(shown)).toBe(shown);
      }),
      tries(1_000),
    );
  });

  it("gives at most two initials", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        // Some letters have two as capitals: ŉ, ǰ, ﬃ.
        expect(Array.from(initialsOf(plainName(text))).length).toBeLessThanOrEqual(6);
      }),
      tries(500),
    );
  });
});
