import type { PanelGateway } from "../../../shared/inbox/panelPorts";
import { MINUTE, NOON } from "../sessions";

/** A server that tells the panel nothing more. */
export const SILENT_SERVER: PanelGateway = {
  readUnreadTexts: () => Promise.resolve({ items: [], hasMore: false }),
  readNewestTexts: () => Promise.resolve(new Map()),
  readBlockedNumbers: () => Promise.resolve({ items: [], hasMore: false }),
  setBlocked: () => Promise.resolve('W/"2"'),
  readContactNumber: () => Promise.resolve({ etag: 'W/"2"', block: null, now: NOON + 360 * MINUTE }),
  restore: () => Promise.resolve(),
  readFates: () => Promise.resolve(new Map()),
};
