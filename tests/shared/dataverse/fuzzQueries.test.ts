/** Whatever stands where an id should be: an address has the shape that was meant, or there is none. */
import * as fc from "fast-check";
import { tokenize } from "../../../sandbox/server/dataverse/odata/lexer";
import { parseAddress } from "../../../sandbox/server/dataverse/odata/options";
import { parseSegments } from "../../../sandbox/server/dataverse/odata/path";
import { parseFetchXml } from "../../../sandbox/server/dataverse/fetchxml/xml";
import type { XmlNode } from "../../../sandbox/server/xml";
import { previewQuery } from "../../../shared/dataverse/panelQueries";
import * as queries from "../../../shared/dataverse/queries";
import { anyId, hostileId, hostileText, tries } from "../../hostile";
import { session } from "../sessions";

const ME = "a0000000-0000-0000-0000-00000000000a";
const PLAIN = "50000000-0000-0000-0000-000000000001";
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What braces and capitals around an id come to; anything else stays as it is. */
const bare = (text: string) => text.replace(/[{}]/g, "").toLowerCase();

/** Everything that puts an id into an address. */
const ADDRESSES: Readonly<Record<string, (id: string) => string>> = {
  inbox: (id) => queries.inboxQuery(id),
  fallback: (id) => queries.inboxFallbackQuery(id),
  waiting: (id) => queries.waitingSessionsQuery(id, 1),
  previews: (id) => previewQuery([session({ id })]),
  "unread messages": (id) => queries.unreadMessagesQuery(id),
  session: (id) => queries.sessionQuery(id),
  "contact number": (id) => queries.contactNumberQuery(id),
  privileges: (id) => queries.privilegesQuery(id),
  "agent setting": (id) => queries.agentSettingQuery(id, "statecode"),
  "a dismissal's session": (id) => queries.dismissalsQuery(ME, id),
  "a dismissal's owner": (id) => queries.dismissalsQuery(id, ME),
};

describe.each(Object.entries(ADDRESSES))("the address of %s", (_, addressOf) => {
  it("differs in the id alone, and is not made of what is no id", () => {
    const meant = addressOf(PLAIN);
    fc.assert(
      fc.property(hostileId, (text) => {
        if (GUID.test(bare(text))) expect(addressOf(text)).toBe(meant.split(PLAIN).join(bare(text)));
        else expect(() => addressOf(text)).toThrow(/^Not an id: /);
      }),
      tries(300),
    );
  });
});

describe("what an address says, read back", () => {
  const optionsOf = (path: string) => Object.fromEntries(parseAddress(path).options);
  const conditionsOf = (node: XmlNode): XmlNode[] => [
    ...(node.name === "condition" ? [node] : []),
    ...node.children.flatMap((child) => conditionsOf(child)),
  ];

  it("is for the inbox one FetchXML whose conditions hold the ids", () => {
    fc.assert(
      fc.property(anyId, (user) => {
        const unread = ["msgn_readon undefined", "msgn_direction 864500000"];
        const audience = ["msgn_teamid undefined", "teamid undefined", "teamid undefined", `owninguser ${user}`];
        const member = `systemuserid ${user}`;
        const active = [member, member, "statecode 0", "msgn_blockeduntil undefined", `ownerid ${user}`];
        for (const [path, expected] of [
          [queries.inboxQuery(user), [...unread, ...audience, ...active]],
          [queries.inboxFallbackQuery(user), [...unread, ...audience, ...active]],
          [queries.waitingSessionsQuery(user, 1), [...audience, ...active, ...unread]],
        ] as const) {
          const { fetchxml = "", ...others } = optionsOf(path);
          expect(others).toEqual({});
          expect(conditionsOf(parseFetchXml(fetchxml)).map(({ attributes: a }) => `${a["attribute"]} ${a["value"]}`)).toEqual(expected);
        }
      }),
      tries(50),
    );
  });

  it("is for own rows one filter by the owner, with the session where it is about one", () => {
    fc.assert(
      fc.property(anyId, anyId, (user, about) => {
        expect(optionsOf(queries.dismissalsQuery(user, about))).toEqual({
          $select: "msgn_dismissalid",
          $orderby: "createdon,msgn_dismissalid",
          $filter: `_ownerid_value eq ${user} and _msgn_sessionid_value eq ${about}`,
        });
        expect(optionsOf(queries.agentSettingQuery(user, "statecode"))["$filter"]).toBe(`_ownerid_value eq ${user}`);
      }),
      tries(50),
    );
  });

  it("is for previews one filter with a term a session, whatever else the sessions hold", () => {
    const sessions = fc.array(
      fc.record({
        id: anyId,
        text: hostileText,
        at: fc.date({ min: new Date(0), max: new Date(253_402_300_799_000), noInvalidDate: true }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(sessions, (given) => {
        const path = previewQuery(
          given.map(({ id, text, at }) =>
            session({
              id,
              contactName: text,
              phoneNumber: text,
              businessNumber: text,
              contactNumberId: text,
              newestUnreadAt: at.getTime(),
            }),
          ),
        );
        const { $filter = "", ...others } = optionsOf(path);
        expect(others).toEqual({ $select: "msgn_body,msgn_media,_msgn_sessionid_value", $orderby: "createdon,msgn_sequence" });
        const tokens = tokenize($filter);
        expect(tokens.filter(({ kind }) => kind === "guid").map(({ text }) => text)).toEqual(given.map(({ id }) => id));
        const dates = tokens.filter(({ kind }) => kind === "date").map(({ text }) => Date.parse(text));
        // Received then, or made then.
        expect(dates).toEqual(given.flatMap(({ at }) => Array<number>(2).fill(Math.floor(at.getTime() / 1000) * 1000)));
        expect(tokens).toHaveLength(8 + 2 + given.length * 15 + (given.length - 1) + 1);
      }),
      tries(200),
    );
  });

  it("is for a row one segment with one key", () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(parseSegments(queries.sessionPath(id))).toEqual([{ name: "msgn_sessions", argument: id }]);
      }),
      tries(50),
    );
  });
});
