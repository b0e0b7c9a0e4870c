import { plainName } from "../shared/domain/plainName";
import type { NoticeKind } from "../shared/inbox/snapshot";
import { fill } from "../shared/ui/fill";
import type { NoticeStrings } from "../shared/ui/Notices";

/** Says at a row why something was not done there, as a notice would say it. @param name whom the row is about @param by who was quicker, where somebody was */
export function failureText(why: NoticeKind, name: string, strings: NoticeStrings, by = ""): string {
  return fill(strings[`Notice_${why}` as const] ?? "", name, plainName(by) || strings.SomeoneElse);
}
