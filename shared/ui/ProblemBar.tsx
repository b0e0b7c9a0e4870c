import * as React from "react";
import { useTheme } from "@fluentui/react";
import type { Problem } from "../inbox/snapshot";
import { Bar } from "./Bar";
import { barStyles } from "./barStyles";
import { Template } from "./Template";
import type { Times } from "./times";

/** The words of a {@link ProblemBar}. */
export type ProblemStrings = Readonly<Record<`Problem_${Problem["kind"]}` | "ProblemAsOf" | "RefreshNow" | "Retry", string>>;

/** What a {@link ProblemBar} tells. */
export interface ProblemBarProps {
  readonly problem: Problem | null;
  readonly strings: ProblemStrings;
  readonly times: Times;
  readonly onRetry: () => void;
}

/** Says that the list is older than it should be, since when, and offers to try again. */
export function ProblemBar({ problem, strings, times, onRetry }: ProblemBarProps): React.ReactElement {
  const styles = barStyles(useTheme());
  return (
    <div role="status" data-press="problem">
      {problem && (
        <Bar isWarning action={{ text: problem.kind === "stale" ? strings.RefreshNow : strings.Retry, run: onRetry }} close={null}>
          <div>{strings[`Problem_${problem.kind}` as const]}</div>
          {problem.asOf !== null && (
            <div className={styles.note}>
              <Template text={strings.ProblemAsOf} values={[times.absolute(problem.asOf)]} />
            </div>
          )}
        </Bar>
      )}
    </div>
  );
}
