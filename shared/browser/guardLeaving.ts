/** Asks before a window goes with what somebody has written in it; the browser asks in its own words. Returns the way to stop. */
export function guardLeaving(window: Pick<Window, "addEventListener" | "removeEventListener">, isNeeded: () => boolean): () => void {
  const ask = (event: Event) => {
    if (isNeeded()) event.preventDefault();
  };
  window.addEventListener("beforeunload", ask);
  return () => window.removeEventListener("beforeunload", ask);
}
