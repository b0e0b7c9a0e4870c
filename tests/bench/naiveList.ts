/** The list without the product: what the product's own work is compared with. */
import type { Action, InboxSession } from "../../shared/domain/session";
import { SESSION_STATUS } from "../../shared/dataverse/names";
import type { Row } from "../../shared/dataverse/rows";
import type { Profile } from "../../shared/inbox/ports";
import type { Notification } from "../../shared/inbox/snapshot";

const NAME = "@OData.Community.Display.V1.FormattedValue";

// Not an arrow function in the loop: tsx gives each of those its name when it is made, which would cost the loop a third of its time.
const text = (row: Row, column: string): string => (row[column] as string | undefined) ?? "";

/** What somebody would write who needs nothing but this list of these rows. */
export function naiveList(rows: readonly Row[], now: number, { viewer, configuration }: Profile) {
  const notifications: Notification[] = [];
  let unread = 0;
  const firstContact: readonly Action[] = viewer.mayBlock ? ["accept", "dismiss", "block"] : ["accept", "dismiss"];
  for (const row of rows) {
    const newestUnreadAt = Math.min(Date.parse(text(row, "newest")), Date.parse(text(row, "newestmade")));
    const oldestUnreadAt = row["oldest"] ? Math.min(Date.parse(text(row, "oldest")), Date.parse(text(row, "oldestmade"))) : newestUnreadAt;
    const dismissal = row["dismissedupto"]
      ? { upTo: Date.parse(text(row, "dismissedupto")), count: row["dismissedcount"] as number }
      : null;
    const isUser = text(row, "owninguser") !== "";
    const session: InboxSession = {
      id: text(row, "session"),
      contactNumberId: text(row, "contactnumber"),
      phoneNumber: text(row, "phonenumber"),
      contactName: text(row, `customer${NAME}`) || null,
      businessNumber: text(row, "businessnumber"),
      businessName: text(row, "businessname"),
      idleTimeout: typeof row["idletimeout"] === "number" ? row["idletimeout"] * 60_000 || null : "configured",
      isOthers: false,
      isOptedOut: text(row, "optedouton") !== "",
      status: row["status"] === SESSION_STATUS.new ? "new" : "accepted",
      owner: {
        id: text(row, "owner"),
        name: text(row, `owner${NAME}`),
        kind: isUser ? "user" : "team",
        isDisabled: row["ownerdisabled"] === true,
      },
      unread: (row["unread"] as number | undefined) ?? 1,
      oldestUnreadAt,
      newestUnreadAt,
      dismissal,
      given: row["givenon"]
        ? {
            byId: text(row, "givenby"),
            by: text(row, `givenby${NAME}`),
            at: Date.parse(text(row, "givenon")),
            note: text(row, "givennote"),
          }
        : null,
    };
    const isIdle = configuration.idleTimeout !== null && now - oldestUnreadAt >= configuration.idleTimeout;
    let actions: readonly Action[] = [];
    if (session.status === "new") {
      if (!dismissal || newestUnreadAt > dismissal.upTo || session.unread > dismissal.count) actions = firstContact;
    } else if (!isUser || session.owner.isDisabled) actions = ["assign"];
    else if (session.owner.id === viewer.userId) actions = ["view"];
    else if (isIdle) actions = ["assign"];
    if (actions.length === 0) continue;
    unread += session.unread;
    notifications.push({ session, actions, preview: null, pending: null, isWaiting: actions[0] === "assign" || isIdle });
  }
  notifications.sort(
    (one, other) => other.session.newestUnreadAt - one.session.newestUnreadAt || (one.session.id < other.session.id ? -1 : 1),
  );
  return { notifications, unread };
}
