/** The figures as lines of a table, for the screen and for the page. */
import { isMet } from "./figure";
import type { Figure } from "./figure";

/** What stands over the columns of {@link figureRow}. */
export const FIGURE_HEADS = ["measure", "figure", "spread", "goal", "met", "product", "compared with", "note"] as const;

/** A number with as many decimals as mean something: at most three digits, more only of whole numbers. */
export function inWords(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The cells of a figure's line, in the order of {@link FIGURE_HEADS}. */
export function figureRow(figure: Figure): readonly string[] {
  const { measure, side, baseline, value, unit, goal, note } = figure;
  const withUnit = (number: number): string => `${inWords(number)} ${unit}`.trimEnd();
  const met = isMet(figure);
  return [
    measure,
    withUnit(value.median),
    value.lowest === value.highest ? "exact" : `${inWords(value.lowest)} – ${inWords(value.highest)}`,
    goal ? ("atMost" in goal ? `≤ ${withUnit(goal.atMost)}` : `≥ ${withUnit(goal.atLeast)}`) : "–",
    met === null ? "–" : met ? "yes" : "**no**",
    side,
    baseline || "–",
    note || "–",
  ];
}

/** Lines for the screen: each column as wide as its widest cell; the notes last, below their figure. */
export function screenTable(figures: readonly Figure[]): readonly string[] {
  const rows = figures.map((figure) => figureRow(figure).map((cell) => cell.replaceAll("**", "")));
  const heads: readonly string[] = FIGURE_HEADS.slice(0, -1);
  const width = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    width
      .map((wide, at) => (cells[at] ?? "").padEnd(wide))
      .join("  ")
      .trimEnd();
  const noteOf = (row: readonly string[]): readonly string[] => {
    const note = row[heads.length];
    return note && note !== "–" ? [`    ${note}`] : [];
  };
  return [line(heads), ...rows.flatMap((row) => [line(row), ...noteOf(row)])];
}
