import { friendlyTemper, temperKeys, temperValues } from "../../model";
import type { Temper, TemperKey } from "../../model";
import { BadRequest } from "./badRequest";

/** The shell's temper as it is now. Nothing is kept between starts: a sandbox begins friendly. */
export interface TemperSwitch {
  readonly now: Temper;
  /** Takes over what is given; the rest stays. */
  change(some: Partial<Temper>): void;
  /** Friendly everywhere. */
  reset(): void;
}

/** A body that the route takes, for error messages. */
export const temperExample = { globalRule: "never", formId: "ignored" };

/** A friendly shell. */
export function createTemperSwitch(): TemperSwitch {
  let now = friendlyTemper;
  return {
    get now() {
      return now;
    },
    change: (some) => void (now = { ...now, ...some }),
    reset: () => void (now = friendlyTemper),
  };
}

/** Reads what is to change from a request's body; "friendly" is taken for every key. @throws BadRequest 400 that lists what is allowed */
export function readTemper(body: Readonly<Record<string, unknown>>): Partial<Temper> {
  const some = Object.entries(body).map(([key, value]) => {
    if (!isKey(key)) throw new BadRequest(400, `Unknown key "${key}". Known: ${temperKeys.map(described).join("; ")}.`, temperExample);
    if (value === "friendly") return [key, friendlyTemper[key]];
    if (temperValues[key].some((one) => one === value)) return [key, value];
    throw new BadRequest(400, `"${key}" cannot be ${JSON.stringify(value)}. Allowed: ${described(key)}.`, temperExample);
  });
  return Object.fromEntries(some) as Partial<Temper>;
}

function isKey(key: string): key is TemperKey {
  return Object.hasOwn(temperValues, key);
}

function described(key: TemperKey): string {
  const values = new Set<string>(["friendly", ...temperValues[key]]);
  return `"${key}": ${[...values].map((value) => `"${value}"`).join(" / ")}`;
}
