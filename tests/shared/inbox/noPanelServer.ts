import type { PanelGateway } from "../../../shared/inbox/panelPorts";

const refuse = (): never => {
  throw new Error("Nobody looks into the panel here.");
};

/** What an open panel asks by itself, where none is open. */
export const NO_PANEL_SERVER: PanelGateway = {
  readContactNumber: refuse,
  setBlocked: refuse,
  readUnreadTexts: refuse,
  readFates: refuse,
  readNewestTexts: refuse,
  readBlockedNumbers: refuse,
  restore: refuse,
};
