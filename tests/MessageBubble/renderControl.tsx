/** Renders the control as an agent would see it, over an inbox that shows what it is told to. */
import { render, screen } from "@testing-library/react";
import type { RenderResult } from "@testing-library/react";
import * as React from "react";
import { ControlView } from "../../MessageBubble/ControlView";
import type { ControlViewProps } from "../../MessageBubble/ControlView";
import { createSeatRow } from "../../MessageBubble/seats";
import { readStrings } from "../../shared/ui/readStrings";
import type { BubbleStrings } from "../../MessageBubble/bubbleStrings";
import { themeOf } from "../../shared/ui/theme";
import { createTimes } from "../../shared/ui/times";
import type { InboxSnapshot } from "../../shared/inbox/snapshot";
import { createPanelParts } from "../../NotificationPanel/createPanelParts";
import { NO_REPLY_CODE, SILENT_PANEL_SERVER } from "../NotificationPanel/fixtures";
import type { PanelParts } from "../../NotificationPanel/panelParts";
import type { LazyPart } from "../../shared/ui/lazyPart";
import { buildInbox, buildSnapshot } from "../NotificationPanel/fixtures";
import { readResx } from "../NotificationPanel/readResx";
import type { InboxProbe } from "../NotificationPanel/fixtures";

const READY = { kind: "ready", part: createPanelParts(SILENT_PANEL_SERVER) } as const;

/** The panel's code, which has been loaded already. */
export const PANEL_IS_LOADED: LazyPart<PanelParts> = { get: () => READY, subscribe: () => () => {}, want: () => {} };

/** No conversation is beside the page. */
export const NOTHING_BESIDE = { get: () => 0, subscribe: () => () => {} };

/** In the side pane, unless `overrides` say otherwise. */
export function renderControl(
  snapshot: Partial<InboxSnapshot> = {},
  overrides: Partial<ControlViewProps> = {},
): RenderResult & { readonly probe: InboxProbe } {
  const probe = buildInbox(buildSnapshot(snapshot));
  const texts = readResx(1033);
  const props: ControlViewProps = {
    inbox: probe.inbox,
    seat: createSeatRow().take(),
    strings: readStrings<BubbleStrings>((key) => texts[key] ?? key),
    times: createTimes("en", () => 0),
    theme: themeOf(undefined, false),
    panelCode: PANEL_IS_LOADED,
    lazyBundle: () => NO_REPLY_CODE,
    isRtl: false,
    isHosted: true,
    beside: NOTHING_BESIDE,
    onBug: (bug) => {
      throw bug;
    },
    ...overrides,
  };
  return { probe, ...render(<ControlView {...props} />) };
}

/** The bubble's button. */
export const bubble = (): HTMLElement => screen.getByRole("button", { name: /^Messages/ });
