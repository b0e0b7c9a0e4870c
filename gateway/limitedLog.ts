/** A log that nobody can fill. */

/** What a line is about, for programs that read it: ids, statuses, counts. Never a text, never a number. */
export type LogFields = Readonly<Record<string, string | number>>;

/** Takes one line, and what it is about. */
export type Log = (line: string, fields?: LogFields) => void;

/** A log with a limit. */
export interface LimitedLog {
  readonly log: Log;
  /** Says now what has been left out; for the end of the service. */
  readonly flush: () => void;
}

const minuteMs = 60_000;

/**
 * Passes on so many lines a minute, and then says how many it has left out. For lines that anybody can cause who reaches the service: a
 * flood of them must not fill the disk, nor hide the lines that matter.
 */
export function createLimitedLog(log: Log, linesPerMinute: number): LimitedLog {
  let passed = 0;
  let leftOut = 0;
  let minute: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(minute);
    if (leftOut > 0) log(`${leftOut} more lines of this kind were left out within a minute (at most ${linesPerMinute} are written).`);
    [minute, passed, leftOut] = [undefined, 0, 0];
  };
  return {
    log(line, fields) {
      minute ??= setTimeout(flush, minuteMs).unref();
      if (passed >= linesPerMinute) {
        leftOut++;
        return;
      }
      passed++;
      log(line, fields);
    },
    flush,
  };
}
