import { RequestFailed } from "../domain/failure";
import type { ApiClient } from "./client";

/** The same client. `onBusy` hears, before the request fails, for how long the server asks to be left alone (ms): with a 429, or with a 503 while it is down. */
export function heedBusy(client: ApiClient, onBusy: (ms: number) => void): ApiClient {
  return (request) =>
    client(request).catch((error: unknown) => {
      if (error instanceof RequestFailed && error.retryAfter !== null) onBusy(error.retryAfter);
      throw error;
    });
}
