import * as React from "react";
import { useTheme } from "@fluentui/react";
import { customerName } from "../shared/domain/session";
import type { InboxSession } from "../shared/domain/session";
import { Template } from "../shared/ui/Template";
import { panelStyles } from "./panelStyles";

/** What a {@link GoneLine} shows. */
export interface GoneLineProps {
  readonly session: InboxSession;
  /** What became of it, with a place for whose doing that was. */
  readonly text: string;
  readonly by: string;
}

/** Keeps the place of a card that has gone, without its buttons, and says why. */
export function GoneLine({ session, text, by }: GoneLineProps): React.ReactElement {
  const styles = panelStyles(useTheme());
  return (
    <div className={styles.gone}>
      <Template text="{0}" values={[customerName(session)]} />
      <span>
        <Template text={text} values={[by]} />
      </span>
    </div>
  );
}
