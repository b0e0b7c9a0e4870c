/** @jest-environment jsdom */
/** Which texts of a card count as seen. */
import * as React from "react";
import { render } from "@testing-library/react";
import { useSeen } from "../../ReplyBox/useSeen";
import { PICTURE_MARK } from "../../shared/domain/mediaMark";

const TEXTS = [{ id: "1", at: 0, text: "Hello?", file: "" }];
const WITH_PICTURE = [{ id: "1", at: 0, text: "Hello?", file: PICTURE_MARK }];
/** How high the text is, and how much of it is in view (px); what scrolls it is 200 px high. */
const shown = { height: 0, inView: 0 };

class Observer {
  constructor(private readonly tell: (entries: unknown[]) => void) {}
  observe(target: Element) {
    const { height, inView } = shown;
    const rects = { intersectionRect: { height: inView }, boundingClientRect: { height } };
    this.tell([{ target, intersectionRatio: inView / height, ...rects }]);
  }
  disconnect() {
    // It has told everything.
  }
}

function Card({ texts = TEXTS, onSeen }: { readonly texts?: typeof TEXTS; readonly onSeen: (ids: readonly string[]) => void }) {
  const card = React.useRef<HTMLDivElement>(null);
  const seen = useSeen(card, texts);
  React.useEffect(() => {
    onSeen(seen().map(({ id }) => id));
  });
  return (
    <div ref={card}>
      <div ref={(scroller) => scroller && Object.defineProperty(scroller, "clientHeight", { value: 200, configurable: true })}>
        <p data-text="1">Hello?</p>
      </div>
    </div>
  );
}

beforeEach(() => Object.assign(globalThis, { IntersectionObserver: Observer }));

it.each([
  ["whole", 120, 120, ["1"]],
  ["half of it, where all of it has room", 200, 110, []],
  ["as much as fills half of the view, where it is higher than that", 900, 110, ["1"]],
  ["less than that, where it is higher than the view", 900, 90, []],
] as const)("a text in view %s (%d px, %d in view)", (_, height, inView, expected) => {
  Object.assign(shown, { height, inView });
  let ids: readonly string[] = [];
  render(<Card onSeen={(seen) => (ids = seen)} />);
  expect(ids).toEqual(expected);
});

it("a text whose picture the card does not show is not seen", () => {
  Object.assign(shown, { height: 120, inView: 120 });
  let ids: readonly string[] = ["none yet"];
  render(<Card texts={WITH_PICTURE} onSeen={(seen) => (ids = seen)} />);
  expect(ids).toEqual([]);
});
