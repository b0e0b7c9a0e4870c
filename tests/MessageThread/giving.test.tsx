/** @jest-environment jsdom */
/** What the conversation shows to whoever has given it away. */
import "./nodeGlobals";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { openControl } from "./openControl";
import { setControlScene } from "./setControlScene";

/** Agents read their own conversations alone, as where a company keeps its teams' conversations apart. */
const READS_OWN = ["prvReadmsgn_session"];
const scene = setControlScene({
  change: (model) => ({
    ...model,
    roles: model.roles.map((role) => ({
      ...role,
      privileges: role.privileges.map((one) =>
        role.name === "SMS Agent" && READS_OWN.includes(one.name) ? { ...one, level: "Basic" as const } : one,
      ),
    })),
  }),
});

/** Ana, or an administrator, gives a conversation of Ana's away. */
async function giveAs(login: "ana" | "mia", to: string): Promise<void> {
  const sessionId = scene.dataverse.text("+15550100", {
    session: { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${scene.dataverse.idOf("ana")})` },
  });
  openControl(scene.dataverse, login, { sessionId });
  fireEvent.click(await screen.findByRole("button", { name: "Give to…" }));
  fireEvent.click(await screen.findByRole("radio", { name: to }));
  fireEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Give" }));
}

it("tells who has it now also where the giver cannot read it any more, and says that they cannot", async () => {
  await giveAs("ana", "Ben Okafor");
  await screen.findByText("You don’t have permission to read this conversation.", { exact: false });
  expect(screen.getByText("has the conversation with", { exact: false }).textContent).toBe(
    "Ben Okafor has the conversation with +15550100 now.",
  );
  // What cannot be read cannot be taken back.
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

it.each([
  ["Ben Okafor", "Ben Okafor"],
  ["Front Desk Team", "Front Desk"],
])("names in place of the box whose it is now: %s", async (receiver, owner) => {
  await giveAs("mia", receiver);
  await screen.findByText("has the conversation with", { exact: false });
  await waitFor(() =>
    expect(screen.getByText("Only its owner can reply", { exact: false }).textContent).toBe(
      `${owner} owns the conversation. Only its owner can reply.`,
    ),
  );
});
