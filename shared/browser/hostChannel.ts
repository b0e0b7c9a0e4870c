/** The channel on which the script of a host form and the control on it meet. Null without BroadcastChannel: the form's columns are all there is then. */
import type { ControlEnd, HostEnd, ScriptEnd } from "../inbox/hostPort";
import { openBroadcast, typeOf } from "./broadcast";

export type { ControlMessage, ScriptEnd } from "../inbox/hostPort";

/** @param token the host form's, as its column `page` carries it */
export const openControlEnd = (token: string): ControlEnd | null => openEnd(token, ["opening", "opened"]);
/** @param token the host form's, as its column `page` carries it */
export const openScriptEnd = (token: string): ScriptEnd | null => openEnd(token, ["linked", "unlinked", "values", "open"]);

function openEnd<Out, In>(token: string, heard: readonly string[]): HostEnd<Out, In> | null {
  const channel = openBroadcast(`msgn_MessageNotification:host:1:${token}`);
  if (!channel) return null;
  return {
    ...channel,
    listen: (listener) =>
      channel.listen((data) => {
        if (heard.includes(typeOf(data))) listener(data as In);
      }),
  };
}
