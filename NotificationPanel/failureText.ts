import type { RowFailure } from "../shared/inbox/blockedList";
import { fill } from "../shared/ui/fill";
import type { PanelStrings } from "./panelStrings";

/** Says at a line of a list why what was pressed there was not done. @param name whom the line is about */
export function failureText(failure: RowFailure, name: string, strings: PanelStrings): string {
  switch (failure) {
    case "changed":
      return strings.ChangedMeanwhile;
    case "denied":
    case "signin":
      return fill(strings[`Notice_${failure}` as const], name);
    case "offline":
    case "unreachable":
      return fill(strings.Notice_unreachable, name);
    default:
      return fill(strings.Notice_failed, name);
  }
}
