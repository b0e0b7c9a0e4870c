/** @jest-environment jsdom */
/** The bubble keeps off a conversation beside the page, which another control of the window shows (where it stands: tests/e2e/conversationPane.test.ts). */
import { act, render } from "@testing-library/react";
import * as React from "react";
import { useBesideInset } from "../../MessageThread/useBesideInset";
import { tellConversationInset, watchConversationInset } from "../../shared/browser/conversationInset";
import { bubble, renderControl } from "./renderControl";

const beside = watchConversationInset(window);
const say = (inset: number) => act(() => tellConversationInset(window, inset));

afterEach(() => say(0));

it("is away where the conversation leaves no room for it", () => {
  renderControl({}, { beside });
  expect(bubble()).toBeDefined();
  say(window.innerWidth - 40);
  expect(document.querySelector('button[aria-label^="Messages"]')).toBeNull();
  say(0);
  expect(bubble()).toBeDefined();
});

describe("what the thread says of itself", () => {
  /** A thread with this box, in a window of 1024 px. */
  function show({ left, width }: { left: number; width: number }, isRtl = false) {
    jest.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue({ left, width, right: left + width } as DOMRect);
    const told: number[] = [];
    const tell = (inset: number) => told.push(inset);
    function Thread() {
      const element = React.useRef<HTMLDivElement>(null);
      useBesideInset(element, isRtl, tell);
      return <div ref={element} />;
    }
    return { told, ...render(<Thread />) };
  }
  afterEach(() => {
    jest.restoreAllMocks();
    Object.assign(window, { innerWidth: 1024 });
  });

  it("is how much of the window's end it takes, and nothing when it goes", () => {
    const { told, unmount } = show({ left: 536, width: 440 });
    unmount();
    expect(told).toEqual([488, 0]);
  });

  it("counts from the left edge in a right-to-left language", () => {
    expect(show({ left: 48, width: 440 }, true).told).toEqual([488]);
  });

  it("is nothing where it is a page with room beside its texts, and where its pane is closed", () => {
    Object.assign(window, { innerWidth: 1400 });
    expect(show({ left: 208, width: 1144 }).told).toEqual([]);
    expect(show({ left: 0, width: 0 }).told).toEqual([]);
  });

  it.each([
    ["a pane in a narrow window", 700, { left: 272, width: 380 }, 428],
    ["a pane over a phone's whole window", 360, { left: 0, width: 312 }, 360],
    ["a page without room beside its texts", 1024, { left: 208, width: 768 }, 816],
  ])("is all that it takes where the bubble would lie on its texts and its box: %s", (_, innerWidth, box, inset) => {
    Object.assign(window, { innerWidth });
    expect(show(box).told).toEqual([inset]);
  });
});
