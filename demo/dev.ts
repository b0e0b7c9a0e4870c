/** `npm run dev`: the same as `npm start`, and what somebody changes meanwhile is built, imported and shown. */
import path from "node:path";
import { createDevelopmentBuild } from "../Solutions/build";
import { runSandbox } from "../sandbox";
import { demoProgram } from "./demoProgram";
import { watchSolution } from "./watchSolution";

const root = path.join(__dirname, "..");
const build = createDevelopmentBuild(root);

runSandbox(
  demoProgram("npm run dev --", {
    name: "the one that is built as you write",
    make(say) {
      say("Building for development …");
      return build.zip();
    },
    watch: (update, say) => watchSolution({ root, build, update, say }),
  }),
);
