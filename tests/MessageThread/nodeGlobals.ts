/** What the sandbox's Dataverse takes from Node's globals and the tests' browser lacks. Import it first. */
import { TextDecoder, TextEncoder } from "node:util";
import { runInThisContext } from "node:vm";

Object.assign(globalThis, {
  TextDecoder,
  TextEncoder,
  Headers: runInThisContext("Headers") as typeof Headers,
  Response: runInThisContext("Response") as typeof Response,
});
