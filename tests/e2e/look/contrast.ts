/** Contrast by WCAG 2.2 (1.4.3 and 1.4.11), of what was read from a page. */
import type { Layer, Paint } from "./paint";

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** A computed colour, `rgb(…)` or `rgba(…)`. @throws Error for anything else, a gradient for example: its contrast cannot be told */
function parse(color: string): Rgba {
  const [, list = ""] = /^rgba?\(([\d.,%\s/]+)\)$/.exec(color) ?? [];
  const [red, green, blue, alpha = 1] = list.split(/[,\s/]+/).map(Number);
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`The contrast of ${color} cannot be told.`);
  return [red, green, blue, alpha];
}

/** What is seen where a colour lies over an opaque one. */
function over(front: Rgba, back: Rgba, opacity = 1): Rgba {
  const share = front[3] * opacity;
  const mix = (channel: 0 | 1 | 2): number => front[channel] * share + back[channel] * (1 - share);
  return [mix(0), mix(1), mix(2), 1];
}

function luminance(color: Rgba): number {
  const part = (channel: 0 | 1 | 2): number => {
    const value = color[channel] / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
}

function ratio(one: Rgba, other: Rgba): number {
  const [light = 1, dark = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What is seen of a colour and of what lies under it, from this box inwards. `under` is opaque. */
function seen(color: string, layers: readonly Layer[], under: Rgba): readonly [front: Rgba, back: Rgba] {
  const [layer, ...inner] = layers;
  if (layer === undefined) return [over(parse(color), under), under];
  const own = over(parse(layer.background), under);
  const [front, back] = seen(color, inner, own);
  return [over(front, under, layer.opacity), over(back, under, layer.opacity)];
}

const WHITE: Rgba = [255, 255, 255, 1];

/** The ratio between a colour and what lies under it, from 1 to 21. @throws Error where it cannot be told */
export function contrastOf(color: string, layers: readonly Layer[]): number {
  return ratio(...seen(color, layers, WHITE));
}

/** What this paint needs: texts 4.5, large texts (24 px, or 18.66 px bold), icons and edges 3. */
function neededBy({ kind, size, weight }: Paint): number {
  return kind === "text" && size < 24 && !(size >= 18.66 && weight >= 700) ? 4.5 : 3;
}

/** What cannot be seen or read well enough, in words, each once. */
export function tooFaint(paints: readonly Paint[]): readonly string[] {
  const faint = paints.flatMap((paint) => {
    const needed = neededBy(paint);
    // A box without an edge of its own, or whose background tells it from the page, needs none.
    if (paint.kind === "edge" && (parse(paint.color)[3] === 0 || contrastOf(paint.inside ?? "", paint.layers) >= needed)) return [];
    const reached = contrastOf(paint.color, paint.layers);
    return reached >= needed ? [] : [`${paint.kind} ${paint.words}: ${reached.toFixed(2)}, ${paint.color}`];
  });
  return [...new Set(faint)];
}
