import * as React from "react";
import type { InboxSnapshot } from "../shared/inbox/snapshot";
import { counted, fill } from "../shared/ui/fill";
import { countText } from "./countText";
import type { BubbleStrings } from "./bubbleStrings";

/**
 * The text of the polite live region: who wrote, and how many messages are unread, when new ones have come; the number alone where it rose for
 * another reason; nothing when it fell or is zero. The first number is not told: the agent has just come. An unknown one changes nothing.
 */
export function useAnnouncement(snapshot: InboxSnapshot, strings: BubbleStrings): string {
  const [text, setText] = React.useState("");
  const told = React.useRef<Pick<InboxSnapshot, "unread" | "news">>({ unread: null, news: null });
  const { unread, news } = snapshot;
  React.useEffect(() => {
    if (unread === null) return;
    const before = told.current;
    told.current = { unread, news: news ?? before.news };
    if (before.unread === null) return;
    if (unread > 0 && news && news.at !== before.news?.at) setText(newsText(news.names, countText(snapshot), strings));
    else if (unread !== before.unread) setText(unread > before.unread ? fill(strings.Announcement, countText(snapshot)) : "");
  }, [unread, news, snapshot, strings]);
  return text;
}

function newsText([first = "", ...others]: readonly string[], count: string, strings: BubbleStrings): string {
  if (others.length === 0) return fill(strings.NewsOne, first, count);
  return counted(strings, "NewsMore", others.length, first, String(others.length), count);
}
