/** A process of its own for the storage tests: writes rows for ever, and prints each one's number once it is acknowledged. */
import { writeSync } from "node:fs";
import { Bench } from "./sandbox";

async function main(): Promise<void> {
  const [storage = ""] = process.argv.slice(2);
  const bench = await Bench.start(storage);
  for (let number = 0; ; number += 1) {
    bench.make("gateway", "msgn_contactnumbers", { msgn_phonenumber: `+${number}` });
    writeSync(1, `${number}\n`);
  }
}

void main();
