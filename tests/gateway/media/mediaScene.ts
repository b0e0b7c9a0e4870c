/** A gateway before a sandbox, a provider's store of files, texts with files, and fetchers. */
import type { Connection, MediaFile } from "../../../gateway/contract";
import { createMediaFetcher } from "../../../gateway/media/mediaFetcher";
import type { MediaFetcher, MediaFetcherOptions } from "../../../gateway/media/mediaFetcher";
import { createTwilioMediaHosts } from "../../../gateway/providers/twilio/twilioMediaHosts";
import type { Sandbox } from "../../../sandbox";
import { ask } from "../../../sandbox/tests/http/ask";
import { newSid, post, setGatewayScene, webhook } from "../gateway";
import { ACCOUNT, mediaPath, startMediaDouble } from "./mediaDouble";
import type { MediaDouble } from "./mediaDouble";

/** A message with files, as its row says it. */
export interface MessageWithFiles {
  readonly id: string;
  readonly due: string | null;
  readonly files: readonly MediaFile[];
}

/** What the tests of a file share. The properties are there once the tests run. */
export interface MediaScene {
  readonly sandbox: Sandbox;
  readonly store: MediaDouble;
  /** The lines of the test's fetchers. */
  readonly log: string[];
  /** One that has not begun; it is stopped when the test ends. */
  fetcher(options?: Partial<MediaFetcherOptions>, changes?: Partial<Connection>): MediaFetcher;
  /** A text with files of these types, as Twilio tells of it; the gateway has taken it. @returns Twilio's id */
  send(types: readonly string[], changes?: Readonly<Record<string, string>>): Promise<string>;
  /** Answers a GET as the system. */
  read(path: string): string;
  message(sid: string): MessageWithFiles;
  notes(sid: string): readonly Readonly<Record<string, unknown>>[];
  /** The files, once nothing is to be fetched any more. Fails the test after some seconds. */
  settled(sid: string): Promise<readonly MediaFile[]>;
  /** Waits until it holds. Fails the test after some seconds. */
  until(holds: () => boolean): Promise<void>;
}

/** Starts all of it for the tests beside the call. */
export function setMediaScene(): MediaScene {
  const gateway = setGatewayScene({});
  const running: MediaFetcher[] = [];
  let store: MediaDouble;
  const scene: MediaScene = {
    get sandbox() {
      return gateway.sandbox;
    },
    get store() {
      return store;
    },
    log: [],
    fetcher(options: Partial<MediaFetcherOptions> = {}, changes: Partial<Connection> = {}) {
      const hosts = createTwilioMediaHosts({ accountSid: ACCOUNT, authToken: "secret", apiUrl: scene.store.url });
      const connection = { ...scene.sandbox.connect("gateway"), ...changes };
      const log = (line: string): void => void scene.log.push(line);
      const made = createMediaFetcher({ connection, hosts, log, lookEveryMs: 50, firstRetryMs: 20, ...options });
      running.push(made);
      return made;
    },
    async send(types: readonly string[], changes: Readonly<Record<string, string>> = {}) {
      const sid = newSid().replace("SM", "MM");
      const media = types.flatMap((type, at): [string, string][] => [
        [`MediaUrl${at}`, scene.store.url + mediaPath(sid, at)],
        [`MediaContentType${at}`, type],
      ]);
      const form = webhook({ MessageSid: sid, Body: "Look", NumMedia: String(types.length), ...Object.fromEntries(media), ...changes });
      expect((await post(gateway.gateway.port, form)).status).toBe(200);
      return sid;
    },
    read: (path: string) => scene.sandbox.dataverse.asSystem({ method: "GET", path }).body,
    message(sid: string) {
      const path = `msgn_messages?$select=msgn_messageid,msgn_media,msgn_mediadue&$filter=msgn_providermessageid eq '${sid}'`;
      const [row] = (JSON.parse(scene.read(path)) as { value: Record<string, string | null>[] }).value;
      return {
        id: row?.["msgn_messageid"] ?? "",
        due: row?.["msgn_mediadue"] ?? null,
        files: JSON.parse(row?.["msgn_media"] ?? "[]") as MediaFile[],
      };
    },
    notes(sid: string) {
      const path = `annotations?$filter=_objectid_value eq ${scene.message(sid).id}&$orderby=filename`;
      return (JSON.parse(scene.read(path)) as { value: Record<string, unknown>[] }).value;
    },
    async settled(sid: string) {
      await scene.until(() => scene.message(sid).due === null);
      return scene.message(sid).files;
    },
    async until(holds: () => boolean) {
      for (let tries = 0; tries < 200; tries++) {
        if (holds()) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`It does not come to hold.\n${scene.log.join("\n")}`);
    },
  };
  beforeAll(async () => {
    store = await startMediaDouble();
    // The sandbox has a gateway of its own.
    await ask(scene.sandbox.port, "/sandbox/provider", { method: "POST", body: { gateway: "rests" } });
  });
  beforeEach(() => void (scene.log.length = 0));
  afterEach(() => Promise.all(running.splice(0).map((fetcher) => fetcher.stop(0))));
  afterAll(() => store.close());
  return scene;
}
