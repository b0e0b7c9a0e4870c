// Written by `npm run words` from words/*.json.
import type { LauncherTexts } from "./launcherEnglish";

/** What this script says in all languages but English, by LCID. */
export const launcherTranslations: Readonly<Record<number, LauncherTexts>> = {
  1025: {
    "title": "الرسائل"
  },
  1031: {
    "title": "Nachrichten"
  },
  1036: {
    "title": "Messages"
  },
  1041: {
    "title": "メッセージ"
  },
  3082: {
    "title": "Mensajes"
  },
};
