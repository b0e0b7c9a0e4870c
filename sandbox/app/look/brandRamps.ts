/**
 * Brand colours in sixteen steps from dark to light, as a theme of the platform has them (`BrandVariants` of Fluent 9, whose own ramp is the
 * first one). The second is that of an organisation with colours of its own.
 */
export const brandRamps = {
  fluent: ramp("061724 082338 0a2e4a 0c3b5e 0e4775 0f548c 115ea3 0f6cbd 2886de 479ef5 62abf5 77b7f7 96c6fa b4d6fa cfe4fa ebf3fc"),
  plum: ramp("1d0b1d 2b0f2b 3a143a 4a194a 551c55 5f205c 682368 742774 8a3a8a a055a0 b06ab0 c084c0 cd9bcd dab3da e6caea faf0fa"),
} as const;

/** Colours by their step: 10, 20 … 160. */
export type BrandRamp = Readonly<Record<number, string>>;

function ramp(colors: string): BrandRamp {
  return Object.fromEntries(colors.split(" ").map((color, step) => [(step + 1) * 10, `#${color}`]));
}
