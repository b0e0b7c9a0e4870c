import { useSyncExternalStore } from "use-sync-external-store/shim";
import type { Observable } from "./observable";

/** Redraws the component whenever the store changes, also when it changed between drawing and subscribing. */
export function useChanges(store: Observable): void {
  useSyncExternalStore(store.subscribe, store.version);
}
