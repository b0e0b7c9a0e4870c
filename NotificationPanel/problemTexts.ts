import type { ProblemKind } from "../shared/inbox/snapshot";
import type { PanelStrings } from "./panelStrings";

/** Which text says what is wrong. */
export const problemTexts: Readonly<Record<ProblemKind, keyof PanelStrings>> = {
  offline: "ProblemOffline",
  unreachable: "ProblemUnreachable",
  signin: "ProblemSignin",
  throttled: "ProblemThrottled",
  failed: "ProblemFailed",
};
