import { RequestFailed } from "../domain/failure";
import type { LazyPart } from "./lazyPart";

/** The part, once it is there: it is loaded, if it is not. @throws RequestFailed where it cannot be had just now: it can be tried again */
export function whenLoaded<Part>(lazy: LazyPart<Part>): Promise<Part> {
  lazy.want();
  return new Promise((resolve, reject) => {
    const look = () => {
      const state = lazy.get();
      if (state.kind === "loading") return;
      stop();
      if (state.kind === "ready") resolve(state.part);
      else reject(new RequestFailed("failed", { detail: "a part of the product could not be loaded" }));
    };
    const stop = lazy.subscribe(look);
    look();
  });
}
