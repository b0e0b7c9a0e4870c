/** `npm run size`: what the control and the scripts weigh, against their limits. Exits with 1 when one is too heavy. */
import { measureSizes } from "./sizes";

let isTooHeavy = false;
for (const { name, bytes, gzip, limit } of measureSizes()) {
  isTooHeavy ||= gzip > limit;
  process.stdout.write(`${name}: ${bytes} bytes, ${gzip} gzip (limit ${limit})${gzip > limit ? "  TOO HEAVY" : ""}\n`);
}
process.exitCode = isTooHeavy ? 1 : 0;
