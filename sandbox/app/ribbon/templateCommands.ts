import type { RibbonCommand } from "../../model";
import type { CommandPlace } from "../../model";
import type { PageValues, RibbonFrame } from "./ribbonFrame";
import { isEnabled } from "./rules";

/** Pages that have a command bar of their own. */
export type TemplatePlace = Exclude<CommandPlace, "global">;

/** The application ribbon's commands in the command bars of all forms and all lists, whatever their table. */
export class TemplateCommands {
  constructor(
    private readonly commands: Readonly<Record<TemplatePlace, readonly RibbonCommand[]>>,
    private readonly frame: RibbonFrame,
  ) {}

  /**
   * Asks the rules, as a page's command bar does when the page opens. The commands whose rules all say yes, in their order.
   * @throws RuleFailure when a rule throws, rejects, or answers other than yes or no
   */
  async enabledOn(place: TemplatePlace, page: PageValues): Promise<readonly RibbonCommand[]> {
    const commands = this.commands[place];
    const answers = await Promise.all(commands.map((command) => isEnabled(command, this.frame, { page })));
    return commands.filter((_, index) => answers[index] === true);
  }

  /**
   * Runs a command's actions in the frame.
   * @throws what the actions throw
   */
  async run(command: RibbonCommand, page: PageValues): Promise<void> {
    for (const action of command.actions) await this.frame.call(action, page);
  }
}
