import type { ApiRequest } from "./client";
import { bound, EVENT_KIND } from "./names";
import * as EVENT from "./names/sessionEvent";
import { sessionPath } from "./queries";
import { guid } from "./values";

/**
 * The request that notes what happened to a session, for the change set that makes it happen: either both are there, or neither. Who did it and when says Dataverse.
 * @param at the server's clock, as Dataverse writes it; it names the row
 * @param fromOwner the user whose it was; empty: nobody's in person
 * @param waited how long its customer had waited (ms); null where nobody has to know
 * @throws Error for what is no id
 */
export function eventRequest(
  sessionId: string,
  kind: keyof typeof EVENT_KIND,
  at: string,
  fromOwner = "",
  waited: number | null = null,
): ApiRequest {
  return {
    method: "POST",
    path: EVENT.set,
    body: {
      [EVENT.name]: at,
      [EVENT.kind]: EVENT_KIND[kind],
      [bound(EVENT.session)]: `/${sessionPath(sessionId)}`,
      ...(fromOwner && { [bound(EVENT.fromOwner)]: `/systemusers(${guid(fromOwner)})` }),
      ...(waited !== null && { [EVENT.waitedMinutes]: Math.max(0, Math.floor(waited / 60_000)) }),
    },
  };
}
