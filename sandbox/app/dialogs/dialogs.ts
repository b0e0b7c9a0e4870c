import { Observable } from "../observable";

/** A dialog that waits for an answer. */
export interface OpenDialog {
  readonly key: number;
  readonly kind: "alert" | "confirm" | "error";
  readonly title: string;
  readonly text: string;
  readonly details?: string;
  readonly confirmLabel: string;
  /** Alerts and errors have none. */
  readonly cancelLabel?: string;
}

/** The texts of a confirmation in the client API. */
export interface ConfirmStrings {
  readonly title?: string;
  readonly subtitle?: string;
  readonly text: string;
  readonly confirmButtonLabel?: string;
  readonly cancelButtonLabel?: string;
}

/** The texts of an alert in the client API. */
export interface AlertStrings {
  readonly title?: string;
  readonly text: string;
  readonly confirmButtonLabel?: string;
}

/** What an error dialog shows in the client API. */
export interface ErrorOptions {
  readonly message?: string;
  readonly details?: string;
  readonly errorCode?: number;
}

/** The dialogs of the app, one at a time, in the order in which they were asked for. */
export class Dialogs extends Observable {
  private queue: readonly OpenDialog[] = [];
  private readonly answers = new Map<number, (confirmed: boolean) => void>();
  private next = 1;

  /** The dialog to show now. */
  get current(): OpenDialog | undefined {
    return this.queue[0];
  }

  /** Resolves when the user has closed it. */
  async alert(strings: AlertStrings): Promise<void> {
    await this.ask({ kind: "alert", title: strings.title ?? "", text: strings.text, confirmLabel: strings.confirmButtonLabel ?? "OK" });
  }

  /** Resolves with the user's choice; closing it without one is a no. */
  async confirm(strings: ConfirmStrings): Promise<{ readonly confirmed: boolean }> {
    const confirmed = await this.ask({
      kind: "confirm",
      title: strings.title ?? strings.subtitle ?? "",
      text: strings.title !== undefined && strings.subtitle !== undefined ? `${strings.subtitle}\n${strings.text}` : strings.text,
      confirmLabel: strings.confirmButtonLabel ?? "OK",
      cancelLabel: strings.cancelButtonLabel ?? "Cancel",
    });
    return { confirmed };
  }

  /**
   * Resolves when the user has closed it.
   * @throws Error when there is nothing to show
   */
  async error(options: ErrorOptions): Promise<void> {
    if (options.message === undefined && options.errorCode === undefined)
      throw new Error("openErrorDialog needs a message or an errorCode.");
    const text = options.message ?? `Error 0x${((options.errorCode ?? 0) >>> 0).toString(16)}`;
    await this.ask({
      kind: "error",
      title: "Error",
      text,
      confirmLabel: "OK",
      ...(options.details === undefined ? {} : { details: options.details }),
    });
  }

  /** The user has answered the dialog that is shown. */
  answer(key: number, confirmed: boolean): void {
    const resolve = this.answers.get(key);
    this.answers.delete(key);
    this.queue = this.queue.filter((dialog) => dialog.key !== key);
    this.changed();
    resolve?.(confirmed);
  }

  private ask(dialog: Omit<OpenDialog, "key">): Promise<boolean> {
    const key = this.next++;
    return new Promise((resolve) => {
      this.answers.set(key, resolve);
      this.queue = [...this.queue, { key, ...dialog }];
      this.changed();
    });
  }
}
