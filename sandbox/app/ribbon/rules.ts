import { complain, messageOf } from "../complain";
import type { RibbonCommand, RibbonRule } from "../../model";
import type { PageValues, RibbonFrame } from "./ribbonFrame";

/** How long a rule's promise may take, in milliseconds. The platform takes a later answer for a no. */
export const ruleTimeout = 10_000;

/** A rule threw, rejected, or answered other than yes or no: that breaks the platform's command bar. */
export class RuleFailure extends Error {
  override readonly name = "RuleFailure";
}

/** How often the platform asks the rules on that page view, counted from 1: mostly once, now and then twice, or not at all. */
export function evaluationsOn(visit: number): number {
  if (visit % 5 === 4) return 0;
  return visit % 3 === 2 ? 2 : 1;
}

/** How rules are asked. */
export interface Asking {
  /** Milliseconds; the platform's when left out. */
  readonly timeout?: number;
  /** The page whose command bar asks. */
  readonly page?: PageValues;
}

/**
 * Whether the command is enabled.
 * @throws RuleFailure when a rule throws, rejects, or answers other than yes or no
 */
export async function isEnabled(command: RibbonCommand, frame: RibbonFrame, asking: Asking = {}): Promise<boolean> {
  const answers = await Promise.all(command.enableRules.map((rule) => answerOf(rule, frame, asking)));
  return answers.every(Boolean);
}

async function answerOf(rule: RibbonRule, frame: RibbonFrame, { timeout = ruleTimeout, page }: Asking): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      complain(`The enable rule ${rule.functionName} did not answer within ${timeout / 1000} s: that is a no.`);
      resolve(rule.invertResult);
    }, timeout);
  });
  try {
    const answer = await Promise.race([frame.call(rule, page), late]);
    if (typeof answer !== "boolean") throw new Error(`it answered ${messageOf(answer)} instead of true or false`);
    return rule.invertResult ? !answer : answer;
  } catch (error) {
    throw new RuleFailure(`The enable rule ${rule.functionName} failed: ${messageOf(error)}`);
  } finally {
    clearTimeout(timer);
  }
}
