import type { SandboxConfiguration } from "../sandbox";
import { businessNumber } from "./businessNumber";
import { pageFiles } from "./pages/pageFiles";
import { phonePage } from "./pages/phonePage";
import { stagePage } from "./pages/stagePage";
import { smsRoute } from "./smsRoute";
import { frontDesk, people } from "./users";

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
