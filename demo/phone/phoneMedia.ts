import { randomUUID } from "node:crypto";
import { createMediaFetcher } from "../../gateway/media/mediaFetcher";
import type { MediaHosts } from "../../gateway/media/mediaHosts";
import { BadRequest, allow, answer } from "../../sandbox";
import type { RouteContext, RouteHandler, Service } from "../../sandbox";
import type { Outcomes } from "./outcomes";

/** A picture or another file that a phone sends. */
export interface PhoneFile {
  /** `image/png` */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What phones have sent since the start, as a provider keeps it: at an address on this machine. */
export interface PhoneMedia {
  /** Keeps a file. @returns the path of its address */
  readonly keep: (file: PhoneFile) => string;
  /** Undefined: there is none at this path. */
  get(path: string): PhoneFile | undefined;
}

/** Where the phones' provider keeps files. */
export const MEDIA_PATH = "/sandbox/media";
/** The gateway never looks by itself: it is woken. The longest time that a timer takes (ms). */
const NEVER = 2_147_483_647;
const MESSAGES = "msgn_message";
const DUE = "msgn_messages?$select=msgn_messageid&$filter=msgn_mediadue ne null&$top=1";
/** Anything else is given without its type: what a phone sends must not become a page of the sandbox. */
const SHOWN = ["image/jpeg", "image/png", "image/gif", "image/webp"];

/** A store without files. */
export function createPhoneMedia(): PhoneMedia {
  const files = new Map<string, PhoneFile>();
  return {
    keep(file) {
      const path = `${MEDIA_PATH}?id=${randomUUID()}`;
      files.set(path, file);
      return path;
    },
    get: (path) => files.get(path),
  };
}

/** Answers `GET /sandbox/media?id=…` with a file that a phone has sent. */
export function createMediaRoute(media: PhoneMedia): RouteHandler {
  return (exchange) => {
    allow(exchange, "GET");
    const file = media.get(exchange.path + exchange.search);
    if (!file) throw new BadRequest(404, "There is no such file. The phones' files are not kept between starts.");
    const type = SHOWN.includes(file.type) ? file.type : "application/octet-stream";
    answer(exchange, 200, { "Content-Type": type, "Cache-Control": "no-store" }, file.bytes);
  };
}

/** The gateway's part that fetches files, in this process. It asks the Web API only while there are files to fetch. */
export function startPhoneMedia(outcomes: Pick<Outcomes, "isResting" | "onChange">, { connect, rows, onChange }: RouteContext): Service {
  const connection = connect("gateway");
  const { origin } = new URL(connection.root);
  const hosts: MediaHosts = {
    headersFor: (url) => (url.origin === origin && url.pathname === MEDIA_PATH ? {} : undefined),
    mayRedirectTo: () => false,
  };
  const fetcher = createMediaFetcher({ connection, hosts, lookEveryMs: NEVER, firstRetryMs: 2_000 });
  const look = (): void => {
    if (outcomes.isResting || rows(DUE).length === 0) return;
    fetcher.start();
    fetcher.wake();
  };
  const stopListening = [onChange(MESSAGES, look), outcomes.onChange(look)];
  look();
  return {
    async stop() {
      stopListening.forEach((stop) => stop());
      await fetcher.stop(2_000);
    },
  };
}
