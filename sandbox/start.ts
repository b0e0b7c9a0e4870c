/** The program `dataverse-sandbox`: a sandbox with nothing but what a solution zip brings. */
import { runSandbox } from "./server/program/runSandbox";

runSandbox({ command: "dataverse-sandbox" });
