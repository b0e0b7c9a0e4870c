import type { SandboxConfiguration, SolutionModel } from "../sandbox";
import { businessNumber } from "./businessNumber";
import { pageFiles } from "./pages/pageFiles";
import { phonePage } from "./pages/phonePage";
import { stagePage } from "./pages/stagePage";
import { smsRoute } from "./smsRoute";
import { frontDesk, people, peopleFor, productRoles } from "./users";

const stageAgents = people.filter(({ login }) => login === "ana" || login === "ben");

/** What the demonstration adds to the sandbox: its people, the phone with its gateway, and the stage. */
export const demoConfiguration: SandboxConfiguration = {
  title: "Message Notification",
  introduction: "Send texts from the phone.",
  users: people,
  teams: [frontDesk],
  pages: [
    { path: "/phone", name: "phone", link: "Phone", html: () => phonePage(businessNumber) },
    { path: "/stage", name: "stage", link: "Stage: two agents and the phone", html: (port) => stagePage(stageAgents, port) },
  ],
  pageFiles,
  routes: { "/sandbox/sms": smsRoute },
};

/** Whether the imported solutions bring the product. */
export function hasProduct({ roles }: Pick<SolutionModel, "roles">): boolean {
  return productRoles.every((name) => roles.some((role) => role.name === name));
}

/**
 * The demonstration for whatever was imported: all of it where the product is there; else its people alone, with the roles that they get of the
 * solutions (see `peopleFor`), and their team without a role.
 */
export function demoConfigurationFor(model: SolutionModel): SandboxConfiguration {
  const users = peopleFor(model.roles.map(({ name }) => name));
  if (hasProduct(model)) return { ...demoConfiguration, users };
  return { users, teams: [{ ...frontDesk, roles: [] }] };
}
