import type { ReplyParts } from "../ReplyBox/replyParts";
import type { LazyPart } from "../shared/ui/lazyPart";

/** The code of answering, loaded when a box is first opened. */
export interface ReplyCode extends LazyPart<ReplyParts> {
  /** Whether it is in the page: a conversation may have loaded it. */
  readonly isLoaded: () => boolean;
}
