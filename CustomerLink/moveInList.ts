import type { KeyboardEvent } from "react";

/** Down from the box to search in comes into the list, and up and down go through it. @param area holds both */
export function moveInList(event: KeyboardEvent, area: HTMLElement | null): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = Array.from(area?.querySelectorAll<HTMLElement>("input, li button") ?? []);
  const at = stops.findIndex((stop) => stop === event.target);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
