import * as React from "react";
import { DefaultButton, Spinner, SpinnerSize } from "@fluentui/react";
import type { LazyPart, PartState } from "./lazyPart";

/** What a {@link MissingPart} stands for. */
export interface MissingPartProps {
  readonly kind: PartState<unknown>["kind"];
  /** What to say where the part cannot be had. */
  readonly failed: string;
  readonly strings: Readonly<Record<"PartLoading" | "Retry", string>>;
  readonly onRetry: LazyPart<unknown>["want"];
}

/** Stands where a part will be whose code is being loaded; where that cannot be had, it says so, and offers to try again. */
export function MissingPart({ kind, failed, strings, onRetry }: MissingPartProps): React.ReactElement {
  return (
    <div style={{ padding: "12px 16px" }} role="status">
      {kind === "failed" ? (
        <>
          {failed} <DefaultButton text={strings.Retry} onClick={onRetry} />
        </>
      ) : (
        <Spinner size={SpinnerSize.small} label={strings.PartLoading} labelPosition="right" />
      )}
    </div>
  );
}
