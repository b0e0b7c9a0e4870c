import type { Keep, SandboxConfiguration, SolutionModel } from "../sandbox";
import { businessNumber } from "./businessNumber";
import { pageFiles } from "./pages/pageFiles";
import { phonePage } from "./pages/phonePage";
import { stagePage } from "./pages/stagePage";
import { createOutcomes } from "./phone/outcomes";
import { startPhoneGateway } from "./phone/phoneGateway";
import { createMediaRoute, createPhoneMedia, MEDIA_PATH, startPhoneMedia } from "./phone/phoneMedia";
import { createPhoneRoute, createPhoneTextsRoute } from "./phone/phoneRoutes";
import { createPhones } from "./phone/phones";
import { createProviderRoute } from "./phone/providerRoute";
import { createSmsRoute } from "./smsRoute";
import { frontDesk, people, peopleFor, productRoles } from "./users";

const stageAgents = people.filter(({ login }) => login === "ana" || login === "ben");

/**
 * What the demonstration adds to a sandbox: its people, the phone with its gateway, and the stage. Each sandbox has phones of its own.
 *
 * @param keep where the phones' texts are kept; left out: nowhere
 */
export function demoConfiguration(keep?: Keep): SandboxConfiguration {
  const phones = createPhones(keep?.("phones"));
  const outcomes = createOutcomes();
  const media = createPhoneMedia();
  return {
    title: "Message Notification",
    introduction: "Send texts from the phone.",
    users: people,
    teams: [frontDesk],
    pages: [
      { path: "/phone", name: "phone", link: "Phone", html: () => phonePage(businessNumber) },
      { path: "/stage", name: "stage", link: "Stage: two agents and the phone", html: (port) => stagePage(stageAgents, port) },
    ],
    pageFiles,
    routes: {
      "/sandbox/sms": createSmsRoute(phones, media),
      [MEDIA_PATH]: createMediaRoute(media),
      "/sandbox/phone": createPhoneRoute(phones),
      "/sandbox/phone/texts": createPhoneTextsRoute(phones),
      "/sandbox/provider": createProviderRoute(outcomes),
    },
    startService(context) {
      const services = [startPhoneGateway({ phones, outcomes }, context), startPhoneMedia(outcomes, context)];
      return { stop: () => Promise.all(services.map((service) => service.stop())).then(() => undefined) };
    },
  };
}

/** Whether the imported solutions bring the product. */
export function hasProduct({ roles }: Pick<SolutionModel, "roles">): boolean {
  return productRoles.every((name) => roles.some((role) => role.name === name));
}

/** Whether the imported product is one whose agents can answer and get pictures: older versions have no columns for what becomes of an answer, and for files. */
function canAnswer({ tables }: SolutionModel): boolean {
  const columns = tables.find(({ logicalName }) => logicalName === "msgn_message")?.columns ?? [];
  return ["msgn_deliverystatus", "msgn_mediadue"].every((name) => columns.some(({ logicalName }) => logicalName === name));
}

/**
 * The demonstration for whatever was imported: all of it where the product is there; else its people alone, with the roles that they get of the
 * solutions (see `peopleFor`), and their team without a role.
 */
export function demoConfigurationFor(model: SolutionModel, keep?: Keep): SandboxConfiguration {
  const users = peopleFor(model.roles.map(({ name }) => name));
  if (hasProduct(model)) {
    const { startService, ...configuration } = demoConfiguration(keep);
    return { ...configuration, users, ...(startService && canAnswer(model) ? { startService } : {}) };
  }
  return { users, teams: [{ ...frontDesk, roles: [] }] };
}
