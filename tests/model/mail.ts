/** All that an answer goes through once it is written: the gateway's instances, and the provider behind them, in the world's time. */
import type { Clock } from "../../gateway/clock";
import type { TestDataverse } from "../dataverse";
import type { BrowserWorld } from "../shared/inbox/laboratory";
import type { Written } from "./answering";
import { wrongHandOver } from "./answerRules";
import { createCarrier } from "./carrier";
import type { Carrier } from "./carrier";
import { createPostRoom } from "./postRoom";
import type { PostRoom } from "./postRoom";

/** The two. */
export interface Mail {
  readonly carrier: Carrier;
  readonly postRoom: PostRoom;
}

/** What the mail is about. */
export interface MailParts {
  readonly dataverse: TestDataverse;
  readonly world: BrowserWorld;
  /** How long the next way takes (ms). */
  readonly latency: () => number;
  readonly written: Written;
  /** Hears what is wrong with a text that is handed over. */
  readonly complain: (...wrong: readonly string[]) => void;
}

/** A gateway stands near Dataverse (ms). */
const SLOWEST_GATEWAY = 300;

/** Opens it, with one instance of the gateway. */
export function openMail({ dataverse, world, latency, written, complain }: MailParts): Mail {
  const clock: Clock = {
    now: () => dataverse.now,
    monotonicNow: () => world.now(),
    after(ms, run) {
      let isCancelled = false;
      world.after(ms, () => {
        if (!isCancelled) run();
      });
      return () => void (isCancelled = true);
    },
  };
  const wait = () => new Promise<void>((resolve) => world.after(Math.min(latency(), SLOWEST_GATEWAY), resolve));
  const postRoom: PostRoom = createPostRoom(dataverse, clock, wait, () => carrier);
  const carrier: Carrier = createCarrier({
    now: clock.now,
    after: (ms, run) => world.after(ms, run),
    onHandOver: (sms) => complain(...wrongHandOver(dataverse, sms, written)),
    tell: (report) => postRoom.tell(report),
  });
  postRoom.open();
  return { carrier, postRoom };
}
