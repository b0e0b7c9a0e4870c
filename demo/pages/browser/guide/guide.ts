/** One step of a guide. */
export interface Step {
  /** One or two sentences for the spectators. */
  readonly says: string;
  /** Does it before their eyes. @throws Error where it cannot be done */
  act(): Promise<void>;
}

/** Where a guide is. */
export interface Progress {
  /** How many steps have been begun; 0 before the first. */
  readonly begun: number;
  readonly steps: number;
  readonly says: string;
  /** A step is being done. */
  readonly isBusy: boolean;
  /** It goes on by itself. */
  readonly isRunning: boolean;
}

/** Shows a story, step by step or by itself. */
export interface Guide {
  /** Does step after step, with a pause between two. Begins anew after the last. */
  start(): void;
  /** Does the next step alone. */
  step(): void;
  /** Does not go on after the step that is being done, and is at the beginning again. */
  stop(): void;
}

/** The spectators read for so long between two steps (ms). */
const PAUSE = 2_500;
const READY = "A customer and two agents. Start shows it by itself, Next Step one step at a time.";

/**
 * @param tell the steps of a new story, each time that it begins
 * @param show draws where the guide is
 */
export function createGuide(tell: () => readonly Step[], show: (progress: Progress) => void): Guide {
  let steps = tell();
  let begun = 0;
  let says = READY;
  let isBusy = false;
  let isRunning = false;
  /** The last step is done, or one could not be shown. */
  let isOver = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const draw = (): void => show({ begun, steps: steps.length, says, isBusy, isRunning });

  function begin(): void {
    steps = tell();
    begun = 0;
    says = READY;
    isOver = false;
  }

  async function next(): Promise<void> {
    clearTimeout(pause);
    if (isBusy) return;
    if (isOver) begin();
    const step = steps[begun];
    if (!step) return;
    begun += 1;
    says = step.says;
    isBusy = true;
    draw();
    try {
      await step.act();
      isOver = begun >= steps.length;
    } catch (error) {
      isOver = true;
      says = `${step.says} It could not be shown: ${error instanceof Error ? error.message : String(error)}`;
    }
    isBusy = false;
    if (isOver) isRunning = false;
    if (isStopped) {
      isStopped = false;
      begin();
    }
    draw();
    if (isRunning) pause = setTimeout(() => void next(), PAUSE);
  }

  let isStopped = false;
  draw();
  return {
    start() {
      isRunning = true;
      isStopped = false;
      void next();
      draw();
    },
    step() {
      isRunning = false;
      isStopped = false;
      void next();
    },
    stop() {
      isRunning = false;
      clearTimeout(pause);
      if (isBusy) isStopped = true;
      else begin();
      draw();
    },
  };
}
