/** @jest-environment jsdom */
import { findControl } from "../../app/hand/findControl";

const draw = (html: string): void => {
  document.body.innerHTML = html;
};
// jsdom has no layout: what is drawn counts as on screen.
beforeAll(() => {
  jest.spyOn(HTMLElement.prototype, "getClientRects").mockImplementation(() => [{}] as unknown as DOMRectList);
});
afterAll(() => jest.restoreAllMocks());

describe("the hand finds", () => {
  it("a control by its role and the beginning of its name", () => {
    draw('<button>Save</button><button aria-label="Messages, 3 unread">3</button><a href="#">Messages</a>');
    expect(findControl(document, { role: "button", name: "Messages, " })?.textContent).toBe("3");
    expect(findControl(document, { role: "link", name: "Messages" })?.tagName).toBe("A");
  });

  it("a field by its label", () => {
    draw('<label for="reply">Reply</label><textarea id="reply"></textarea><input aria-labelledby="who"><span id="who">Name</span>');
    expect(findControl(document, { role: "textbox", name: "Reply" })?.id).toBe("reply");
    expect(findControl(document, { role: "textbox", name: "Name" })?.tagName).toBe("INPUT");
  });

  it("what is within another one, and nothing where that is not there", () => {
    draw('<ul><li>Lee <button>Open</button></li><li>Kim <button id="right">Open</button></li></ul>');
    const within = { role: "listitem", name: "Kim" } as const;
    expect(findControl(document, { role: "button", name: "Open", within })?.id).toBe("right");
    expect(findControl(document, { role: "button", name: "Open", within: { role: "region" } })).toBeUndefined();
  });

  it("one that holds a text", () => {
    draw("<article>Hello Sent</article><article id='right'>Hello Delivered</article>");
    expect(findControl(document, { role: "article", text: "Delivered" })?.id).toBe("right");
    expect(findControl(document, { role: "article", text: "Failed" })).toBeUndefined();
  });

  it("nothing that is hidden from assistive technology", () => {
    draw('<div aria-hidden="true"><button>Open</button></div>');
    expect(findControl(document, { role: "button", name: "Open" })).toBeUndefined();
  });
});
