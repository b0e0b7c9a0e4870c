/** What SMS Administrator is for besides: by the Web API, as people do it on forms and lists. */
import { known } from "../../diagnostics/personFacts";
import { readFacts } from "../../diagnostics/readFacts";
import { readFiguresOfNow, readNumberFigures } from "../../overview/readFigures";
import { prepareStart } from "../../launcher/start";
import { ask, bind, BUSINESS, check, conversation, idIn, next } from "./roleScene";
import type { Use } from "./roleScene";

/** What an administrator of the product does besides. */
export const ADMINISTRATION_USES: Readonly<Record<string, Use>> = {
  "gets the default configuration made, changes it, and deletes it": async (scene) => {
    for (const row of scene.world.rows("msgn_configurations"))
      scene.world.system("DELETE", `msgn_configurations(${String(row["msgn_configurationid"])})`);
    await prepareStart(scene.client, { userId: scene.me, userName: "Mia", app: "any" });
    const [made] = scene.world.rows("msgn_configurations");
    check("a configuration", made !== undefined);
    const path = `msgn_configurations(${idIn(made ?? {}, "msgn_configuration")})`;
    await ask(scene, "PATCH", path, { msgn_refreshseconds: 30 });
    await ask(scene, "DELETE", path);
  },
  "makes a template, changes it, and deletes it": async (scene) => {
    const template = await ask(scene, "POST", "msgn_templates", { msgn_name: `Template ${next()}`, msgn_body: "Hello" });
    const path = bind("msgn_template", idIn(template, "msgn_template")).slice(1);
    await ask(scene, "PATCH", path, { msgn_body: "Good morning" });
    await ask(scene, "DELETE", path);
  },
  "makes a number of the business, gives it a team and an idle timeout, and deletes it": async (scene) => {
    const team = String(scene.world.rows("teams?$select=teamid&$filter=isdefault eq false&$top=1")[0]?.["teamid"]);
    const row = await ask(scene, "POST", "msgn_businessnumbers", { msgn_name: "Service", msgn_phonenumber: `+1555${next()}` });
    const path = bind("msgn_businessnumber", idIn(row, "msgn_businessnumber")).slice(1);
    await ask(scene, "PATCH", path, { "msgn_teamid@odata.bind": `/teams(${team})`, msgn_idletimeoutminutes: 5 });
    await ask(scene, "DELETE", path);
  },
  "makes a number of a contact or an account, a conversation and a message by hand, corrects them, and deletes them": async (scene) => {
    const contact = idIn(scene.world.system("POST", "contacts", { lastname: "Doe" }), "contact");
    const account = idIn(scene.world.system("POST", "accounts", { name: "Doe Ltd" }), "account");
    const number = await ask(scene, "POST", "msgn_contactnumbers", {
      msgn_phonenumber: `+1555${next()}`,
      "msgn_customerid_contact@odata.bind": bind("contact", contact),
    });
    const numberPath = bind("msgn_contactnumber", idIn(number, "msgn_contactnumber")).slice(1);
    await ask(scene, "PATCH", numberPath, { "msgn_customerid_account@odata.bind": bind("account", account) });
    const session = await ask(scene, "POST", "msgn_sessions", {
      msgn_name: "By hand",
      msgn_businessnumber: BUSINESS,
      "msgn_contactnumberid@odata.bind": `/${numberPath}`,
    });
    const sessionPath = bind("msgn_session", idIn(session, "msgn_session")).slice(1);
    const message = await ask(scene, "POST", "msgn_messages", {
      msgn_providermessageid: `SM${next()}`,
      msgn_body: "Hi",
      msgn_receivedon: new Date(scene.world.now).toISOString(),
      "msgn_sessionid@odata.bind": `/${sessionPath}`,
    });
    const messagePath = bind("msgn_message", idIn(message, "msgn_message")).slice(1);
    await ask(scene, "PATCH", messagePath, { msgn_body: "Hello" });
    for (const path of [messagePath, sessionPath, numberPath]) await ask(scene, "DELETE", path);
  },
  "works on a colleague's conversation: adds a message, corrects, hands it and its message to a team, and deletes it with all that hangs on it":
    async (scene) => {
      const { session, message } = conversation(scene, scene.colleague);
      await ask(scene, "POST", "msgn_messages", {
        msgn_providermessageid: `SM${next()}`,
        msgn_body: "By hand",
        msgn_receivedon: new Date(scene.world.now).toISOString(),
        "msgn_sessionid@odata.bind": bind("msgn_session", session),
      });
      scene.world.system("POST", "msgn_dismissals", {
        "msgn_sessionid@odata.bind": bind("msgn_session", session),
        "ownerid@odata.bind": bind("systemuser", scene.colleague),
      });
      scene.world.system("POST", "msgn_sessionevents", {
        msgn_kind: 864500000,
        "msgn_sessionid@odata.bind": bind("msgn_session", session),
        "ownerid@odata.bind": bind("systemuser", scene.colleague),
      });
      scene.world.system("POST", "annotations", { subject: "Picture", "objectid_msgn_message@odata.bind": bind("msgn_message", message) });
      await ask(scene, "PATCH", `msgn_messages(${message})`, { msgn_name: "Corrected" });
      const [team] = (await ask(scene, "GET", "teams?$select=teamid&$filter=isdefault eq false"))["value"] as readonly Readonly<
        Record<string, unknown>
      >[];
      const toTeam = { "ownerid@odata.bind": bind("team", idIn(team ?? {}, "team")) };
      await ask(scene, "PATCH", `msgn_sessions(${session})`, toTeam);
      await ask(scene, "PATCH", `msgn_messages(${message})`, toTeam);
      await ask(scene, "DELETE", `msgn_sessions(${session})`);
    },
  "reads in the diagnostics what holds a colleague back": async ({ client, colleague }) => {
    const person = { id: colleague, name: "Ben", login: "ben", isDisabled: false };
    const facts = await readFacts(client, person, () => Date.now());
    for (const fact of [facts.roles, facts.apps, facts.version]) if ("failure" in fact) throw fact.failure;
    check("the colleague's role", (known(facts.roles) ?? []).length === 1);
  },
  "reads every figure of the overview": async ({ client }) => {
    const { figures, at } = await readFiguresOfNow(client);
    const all = Object.values({ ...figures, ...(await readNumberFigures(client, at)) });
    check("seven figures, none without the right", all.length === 7 && !all.includes("noRight"));
  },
  "finds and deletes a dismissal and settings that somebody made for somebody else": async (scene) => {
    const { session } = conversation(scene, scene.colleague);
    const owned = { "ownerid@odata.bind": bind("systemuser", scene.colleague) };
    scene.world.system("POST", "msgn_dismissals", { "msgn_sessionid@odata.bind": bind("msgn_session", session), ...owned });
    scene.world.system("POST", "msgn_agentsettings", { msgn_name: "Ben", ...owned });
    for (const table of ["msgn_dismissal", "msgn_agentsetting"]) {
      const list = (await ask(scene, "GET", `${table}s?$filter=_ownerid_value eq ${scene.colleague}`))["value"];
      const [row] = list as readonly Readonly<Record<string, unknown>>[];
      await ask(scene, "DELETE", `${table}s(${idIn(row ?? {}, table)})`);
    }
  },
};
