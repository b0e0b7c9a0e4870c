/** What the lines of a conversation say of what happened to it. */
import { eventText } from "../../MessageThread/eventText";
import type { ThreadStrings } from "../../MessageThread/threadStrings";
import type { SessionEvent } from "../../shared/domain/sessionEvent";
import { fill } from "../../shared/ui/fill";
import { readThreadTexts } from "../ReplyBox/renderReply";
import { sessionEvent } from "../shared/thread/messages";

const strings = readThreadTexts(1033) as unknown as ThreadStrings;

/** The line as it is read. */
function lineOf(event: Partial<SessionEvent>): string {
  const { text, values } = eventText(sessionEvent(event), "Jane Doe", strings);
  return fill(text, ...values);
}

it.each<readonly [string, Partial<SessionEvent>]>([
  ["Ana Ruiz accepted the conversation", { kind: "accepted" }],
  ["Ana Ruiz gave the conversation back", { kind: "givenBack" }],
  ["Ana Ruiz gave the conversation to Front Desk", { kind: "given", toName: "Front Desk" }],
  ["Ana Ruiz gave the conversation to Ben Okafor: Speaks French", { kind: "given", toName: "Ben Okafor", note: "Speaks French" }],
  ["Ana Ruiz took the conversation back", { kind: "takenBack" }],
  ["Ana Ruiz took over from Ben Okafor after 26 min", { kind: "takenOver", fromName: "Ben Okafor", waitedMinutes: 26 }],
  ["Ana Ruiz closed the conversation", { kind: "closed" }],
  ["Ana Ruiz reopened the conversation", { kind: "reopened" }],
  ["Jane Doe has opted out of messages", { kind: "optedOut", byName: "" }],
])("says who did what: %s", (line, event) => {
  expect(lineOf(event)).toBe(line);
});

it.each([null, 0])("says nothing of a wait that nobody noted, or that was none (%p)", (waitedMinutes) => {
  expect(lineOf({ kind: "takenOver", fromName: "Ben Okafor", waitedMinutes })).toBe("Ana Ruiz took over from Ben Okafor");
});

it.each<readonly [string, Partial<SessionEvent>]>([
  ["Someone else closed the conversation", { kind: "closed", byName: "" }],
  ["Someone else gave the conversation to Someone else", { kind: "given", byName: "", toName: "" }],
  ["Someone else took over from Someone else", { kind: "takenOver", byName: "", fromName: "" }],
])("speaks of someone else where the server gave no name: %s", (line, event) => {
  expect(lineOf(event)).toBe(line);
});
