import { complain } from "../complain";
import type { RibbonCommand, Temper } from "../../model";
import { Observable } from "../observable";
import { evaluationsOn, isEnabled } from "./rules";
import type { RibbonFrame } from "./ribbonFrame";

/** The global command bar: which commands are there now, and whether a rule broke it. */
export class GlobalCommands extends Observable {
  /** The enabled commands in their order. */
  enabled: readonly RibbonCommand[] = [];
  failure: Error | undefined;
  private latest = 0;

  /**
   * @param frame where the rules and actions run
   * @param second the frame in which the rules are asked as well, at the same time; undefined unless the temper says "twice"
   */
  constructor(
    private readonly commands: readonly RibbonCommand[],
    private readonly frame: RibbonFrame,
    private readonly rule: Temper["globalRule"] = "friendly",
    private readonly second?: RibbonFrame,
  ) {
    super();
  }

  /** A page has opened: asks the rules as often as the platform would. Never rejects. */
  async pageOpened(visit: number): Promise<void> {
    switch (this.rule) {
      case "never":
        return;
      case "twice":
        return this.evaluate(this.second === undefined ? [this.frame] : [this.frame, this.second]);
      case "friendly":
        for (let times = evaluationsOn(visit); times > 0; times -= 1) await this.evaluate([this.frame]);
    }
  }

  /**
   * Runs a command's actions in the frame.
   * @throws what the actions throw
   */
  async run(command: RibbonCommand): Promise<void> {
    for (const action of command.actions) await this.frame.call(action);
  }

  /** Asks the rules in these frames at the same time. A command is enabled where every frame says so. */
  private async evaluate(frames: readonly RibbonFrame[]): Promise<void> {
    const evaluation = ++this.latest;
    try {
      const answers = await Promise.all(
        this.commands.map(async (command) => Promise.all(frames.map((frame) => isEnabled(command, frame)))),
      );
      if (evaluation !== this.latest) return;
      this.enabled = this.commands.filter((_, index) => answers[index]?.every(Boolean));
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
