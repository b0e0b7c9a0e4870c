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
  /** Alerts the agent of what the later snapshot has and the earlier one had not, unless they do not want to be disturbed now. */
  tell(before: InboxSnapshot, after: InboxSnapshot): void;
}

/** @param getSnapshot what the panel shows now */
export function createNewsAlerts(
  store: Store<Pick<InboxState, "profile" | "leadTo">>,
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
      const news = newsBetween(sessionsOf(before), sessionsOf(after));
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
