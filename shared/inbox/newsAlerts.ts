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

/** @param leadTo opens the panel at a session's notification: the agent clicked on the desktop's */
export function createNewsAlerts(
  store: Store<Pick<InboxState, "profile">>,
  alerter: Alerter,
  leadTo: (sessionId: string) => void,
): NewsAlerts {
  function wanted(): AlertSettings {
    const { profile } = store.get();
    return profile ? alertsOf(profile.settings, profile.allowed) : NO_ALERTS;
  }

  return {
    wanted,
    tell(before, after) {
      const alerts = wanted();
      const sessions = ({ notifications }: InboxSnapshot) => notifications.map(({ session }) => session);
      const news = newsBetween(sessions(before), sessions(after));
      const [newest] = news;
      if (!newest || isQuiet(alerts, after.now)) return;
      if (alerts.sound) alerter.ring();
      if (alerts.desktop) alerter.notify(after.unread ?? 0, news.map(customerName), () => leadTo(newest.id));
    },
  };
}
