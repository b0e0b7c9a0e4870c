import { counted } from "../../../shared/ui/fill";
import type { BubbleStrings } from "../../../MessageBubble/bubbleStrings";
import { readResx } from "../../NotificationPanel/readResx";

it.each([
  [1033, 1, "Messages, 1 unread", "1 unread"],
  [1033, 3, "Messages, 3 unread", "3 unread"],
  [1031, 1, "Nachrichten, 1 ungelesen", "1 ungelesen"],
  [1036, 1, "Messages, 1 non lu", "1 non lu"],
  [1036, 2, "Messages, 2 non lus", "2 non lus"],
  [1036, 1_000_000, "Messages, 1000000 non lus", "1000000 non lus"],
  [3082, 1, "Mensajes, 1 no leído", "1 no leído"],
  [3082, 2, "Mensajes, 2 no leídos", "2 no leídos"],
  [1041, 1, "メッセージ、未読 1 件", "未読 1 件"],
  [1025, 1, "الرسائل، رسالة واحدة غير مقروءة", "رسالة واحدة غير مقروءة"],
  [1025, 2, "الرسائل، رسالتان غير مقروءتين", "رسالتان غير مقروءتين"],
  [1025, 3, "الرسائل، 3 رسائل غير مقروءة", "3 رسائل غير مقروءة"],
  [1025, 11, "الرسائل، 11 رسالة غير مقروءة", "11 رسالة غير مقروءة"],
  [1025, 100, "الرسائل، 100 رسالة غير مقروءة", "100 رسالة غير مقروءة"],
])("says a count as the language does: %d, %d", (language, count, bubble, card) => {
  const strings = readResx(language) as BubbleStrings;
  expect(counted(strings, "BubbleUnread", count, String(count))).toBe(bubble);
  expect(counted(strings, "CardUnread", count, String(count))).toBe(card);
});

it("shows what stands for the count, in the form of the count", () => {
  expect(counted(readResx(1036) as BubbleStrings, "CardUnread", 120, "99+")).toBe("99+ non lus");
});

it("makes the rules of a language once: cards are drawn at each step of a scroll", () => {
  let made = 0;
  const { PluralRules } = Intl;
  class CountedRules extends PluralRules {
    constructor(culture: string) {
      super(culture);
      made += 1;
    }
  }
  Object.assign(Intl, { PluralRules: CountedRules });
  // No other test has asked for this language.
  const strings = { ...(readResx(1036) as BubbleStrings), Culture: "fr-CH" };
  for (const count of [1, 2, 3]) counted(strings, "CardUnread", count, String(count));
  Object.assign(Intl, { PluralRules });
  expect(made).toBe(1);
});
