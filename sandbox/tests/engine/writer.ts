/** A process of its own for the storage tests: writes rows for ever, and prints each one's number once it is acknowledged. */
import { writeSync } from "node:fs";
import { Bench } from "./bench";

const [storage = ""] = process.argv.slice(2);
const bench = Bench.start(storage);
for (let number = 0; ; number += 1) {
  bench.make("bot", "sample_customernumbers", { sample_phonenumber: `+${number}` });
  writeSync(1, `${number}\n`);
}
