import * as React from "react";
import { PrimaryButton, Spinner, useTheme } from "@fluentui/react";
import type { PanelInput, PanelParts } from "../NotificationPanel/panelParts";
import type { PartState } from "../shared/ui/lazyPart";
import type { BubbleStrings } from "./bubbleStrings";

/** What a {@link PanelPart} shows: what there is of the panel's code, and the panel's own input. */
export interface PanelPartProps extends PanelInput {
  readonly strings: BubbleStrings;
  readonly loaded: PartState<PanelParts>;
  /** Loads the panel's code, again after a failure. */
  readonly onLoad: () => void;
}

/** The notification panel; until its code is there, that it is on its way or cannot be had. */
export function PanelPart({ loaded, onLoad, ...panel }: PanelPartProps): React.ReactElement {
  const { strings, heading } = panel;
  const { semanticColors: colors } = useTheme();
  if (loaded.kind === "ready") return <loaded.part.Panel {...panel} />;
  return (
    <section
      role="region"
      aria-label={strings.PanelTitle}
      style={{ height: "100%", boxSizing: "border-box", padding: 24, background: colors.bodyBackground, color: colors.bodyText }}
    >
      {loaded.kind === "loading" ? (
        <Spinner label={strings.Loading} style={{ marginBlockStart: 64 }} />
      ) : (
        <>
          <div ref={heading} role="alert" tabIndex={-1} style={{ marginBlockEnd: 16 }}>
            {strings.PanelFailed}
          </div>
          <PrimaryButton text={strings.Retry} onClick={onLoad} />
        </>
      )}
    </section>
  );
}
