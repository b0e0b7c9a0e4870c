/** Telling the agent of new messages besides the count: by sound, by a desktop notification, as they want it. */
import { isQuiet, newsBetween, NO_ALERTS } from "../domain/alerts";
import type { AlertSettings } from "../domain/alerts";
import { customerName } from "../domain/session";
import { alertsOf } from "../domain/settings";
import type { InboxState } from "./inboxState";
import type { Alerter } from "./ports";
import type { InboxSnapshot } from "./snapshot";
import type { Store } from "./store";

/** The alerts of one inbox. */
export interface NewsAlerts {
  /** What this agent wants and everyone may have; none before that is known. */
  wanted(): AlertSettings;
  /**
   * Alerts the agent of the messages of the newest reading that the later snapshot shows, and of the customers who wait too long by now, unless they do not want to be
   * disturbed. What is back on the list with nothing new (undone, restored, given back) is no news.
   */
  tell(before: InboxSnapshot, after: InboxSnapshot): void;
}

/** @param getSnapshot what the panel shows now */
export function createNewsAlerts(
  store: Store<Pick<InboxState, "profile" | "reading" | "news" | "leadTo">>,
  alerter: Alerter,
  getSnapshot: () => InboxSnapshot,
  setPanelOpen: (open: boolean) => void,
): NewsAlerts {
  function wanted(): AlertSettings {
    const { profile } = store.get();
    return profile ? alertsOf(profile.settings, profile.allowed) : NO_ALERTS;
  }

  const sessionsOf = ({ notifications }: InboxSnapshot) => notifications.map(({ session }) => session);

  return {
    wanted,
    tell(before, after) {
      const alerts = wanted();
      if (!(alerts.sound || alerts.desktop)) return;
      const { reading, news: written } = store.get();
      const shown = new Map(after.notifications.map(({ session, actions }) => [session.id, actions]));
      const news = newsBetween(sessionsOf(before), sessionsOf(after)).filter(
        ({ id }) => (written?.at === reading?.sentAt && written?.sessionIds.has(id)) || shown.get(id)?.includes("assign"),
      );
      const [newest] = news;
      if (!newest || isQuiet(alerts, after.now)) return;
      if (alerts.sound) alerter.ring();
      if (!alerts.desktop) return;
      alerter.notify(after.unread ?? 0, news.map(customerName), () => {
        // Perhaps long after it came: what a colleague has taken meanwhile is not waited for.
        if (sessionsOf(getSnapshot()).some(({ id }) => id === newest.id)) store.set({ leadTo: newest.id });
        setPanelOpen(true);
      });
    },
  };
}
