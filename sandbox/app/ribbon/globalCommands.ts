import { complain } from "../complain";
import type { RibbonCommand } from "../../model";
import { Observable } from "../observable";
import { evaluationsOn, isEnabled } from "./rules";
import type { RibbonFrame } from "./ribbonFrame";

/** The place in the application ribbon for buttons that belong on every page. */
export const globalLocation = "Mscrm.GlobalTab.New.Controls._children";

/** The global command bar: which commands are there now, and whether a rule broke it. */
export class GlobalCommands extends Observable {
  /** The enabled commands in their order. */
  enabled: readonly RibbonCommand[] = [];
  failure: Error | undefined;
  private latest = 0;

  constructor(
    private readonly commands: readonly RibbonCommand[],
    private readonly frame: RibbonFrame,
  ) {
    super();
    const elsewhere = commands.find((command) => command.location !== globalLocation);
    if (elsewhere !== undefined)
      throw new Error(`The sandbox does not support the ribbon location ${elsewhere.location} (button ${elsewhere.id}).`);
  }

  /** A page has opened: asks the rules as often as the platform would. Never rejects. */
  async pageOpened(visit: number): Promise<void> {
    for (let times = evaluationsOn(visit); times > 0; times -= 1) await this.evaluate();
  }

  /**
   * Runs a command's actions in the frame.
   * @throws what the actions throw
   */
  async run(command: RibbonCommand): Promise<void> {
    for (const action of command.actions) await this.frame.call(action);
  }

  private async evaluate(): Promise<void> {
    const evaluation = ++this.latest;
    try {
      const answers = await Promise.all(this.commands.map((command) => isEnabled(command, this.frame)));
      if (evaluation !== this.latest) return;
      this.enabled = this.commands.filter((_, index) => answers[index] === true);
      this.failure = undefined;
    } catch (error) {
      if (evaluation !== this.latest) return;
      complain(error);
      this.enabled = [];
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
    this.changed();
  }
}
