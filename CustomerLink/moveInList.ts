import type { KeyboardEvent } from "react";

/** What the arrows go through: the box to search in, and what it has found. */
const STOPS = "input, li button, [role=radio]";

/** Down from the box to search in comes into the list, and up and down go through it. @param area holds both */
export function moveInList(event: KeyboardEvent, area: HTMLElement | null): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = Array.from(area?.querySelectorAll<HTMLElement>(STOPS) ?? []);
  const at = stops.findIndex((stop) => stop === event.target);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
