import type { Figure, FigureName } from "./figures";
import type { OverviewTexts } from "./overviewEnglish";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What an aggregate of Dataverse counts at most. */
const MOST = 50_000;

/** A figure as it is shown, and what has to be said about it; undefined where nothing has. */
export interface FigureText {
  readonly shown: string;
  readonly note?: string;
}

/** @param figure undefined: not read yet */
export function figureText(name: FigureName, figure: Figure | undefined, texts: OverviewTexts): FigureText {
  switch (figure) {
    case undefined:
      return { shown: "…", note: texts.reading };
    case "none":
      return { shown: "–" };
    case "noRight":
      return { shown: "–", note: texts.noRight };
    case "unknown":
      return { shown: "?", note: texts.unknown };
    case "tooMany":
      return { shown: `${new Intl.NumberFormat(texts.tag).format(MOST)}+`, note: texts.tooMany };
    default:
      return { shown: name === "longest" ? waitText(figure, texts.tag) : new Intl.NumberFormat(texts.tag).format(figure) };
  }
}

/** How long, in the two greatest units: "2 d 3 h", "3 h 5 min", "12 min". */
function waitText(ms: number, tag: string): string {
  const units = [
    ["day", Math.floor(ms / DAY)],
    ["hour", Math.floor((ms % DAY) / HOUR)],
    ["minute", Math.floor((ms % HOUR) / MINUTE)],
  ] as const;
  const first = units.findIndex(([, count]) => count > 0);
  const shown = first < 0 ? units.slice(2) : units.slice(first, first + 2).filter(([, count]) => count > 0);
  return shown.map(([unit, count]) => new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "short" }).format(count)).join(" ");
}
