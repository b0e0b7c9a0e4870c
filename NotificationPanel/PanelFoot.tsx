import * as React from "react";
import { useTheme } from "@fluentui/react";
import { panelStyles } from "./panelStyles";

/** What a {@link PanelFoot} shows. */
export interface PanelFootProps {
  readonly children: React.ReactNode;
  /** Told how high it is (px), whenever that changes: so much room the list needs below its last card. */
  readonly onHeight: (height: number) => void;
}

/** Lies over the foot of the list, so that what comes and goes in it moves no card. */
export function PanelFoot({ children, onHeight }: PanelFootProps): React.ReactElement {
  const styles = panelStyles(useTheme());
  const box = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (!box.current || typeof ResizeObserver === "undefined") return undefined;
    const { current: element } = box;
    const observer = new ResizeObserver(() => onHeight(element.offsetHeight));
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [onHeight]);
  return (
    <div ref={box} className={styles.foot}>
      {children}
    </div>
  );
}
