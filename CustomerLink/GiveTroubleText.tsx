import * as React from "react";
import { plainName } from "../shared/domain/plainName";
import type { GiveTrouble } from "../shared/thread/gifts";
import { Template } from "../shared/ui/Template";
import type { GiveStrings } from "./giveStrings";

/** Why a conversation was not given away, in words. */
export function GiveTroubleText({
  trouble,
  strings,
}: {
  readonly trouble: GiveTrouble;
  readonly strings: GiveStrings;
}): React.ReactElement {
  if (trouble.kind === "unsent") return <>{strings.GiveUnsent}</>;
  if (trouble.kind === "refused") return <Template text={strings.GiveRefused} values={[plainName(trouble.name) || strings.SomeoneElse]} />;
  return <Template text={strings.GiveFailed} values={[strings[`NotDone_${trouble.why}` as const]]} />;
}
