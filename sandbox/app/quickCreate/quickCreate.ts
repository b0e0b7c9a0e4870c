import type { Table } from "../../model";
import { Observable } from "../observable";

/** A row as the client API refers to it. */
export interface EntityReference {
  /** Lower case, without braces. */
  readonly id: string;
  readonly name: string;
  readonly entityType: string;
}

/** A quick create form that is open. */
export interface OpenQuickCreate {
  readonly key: number;
  readonly table: Table;
  /** By column, what is filled in. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The app's quick create forms, one at a time: a second one waits until the first is closed. */
export class QuickCreate extends Observable {
  private queue: readonly OpenQuickCreate[] = [];
  private readonly answers = new Map<number, (saved: EntityReference | undefined) => void>();
  private next = 1;

  /** The form to show now. */
  get current(): OpenQuickCreate | undefined {
    return this.queue[0];
  }

  /**
   * Shows a form for a new row of a table; resolves when it is closed, with the row where it was saved.
   * @throws Error for a parameter that is no column of the table that can be written
   */
  open(table: Table, parameters: Readonly<Record<string, unknown>>): Promise<EntityReference | undefined> {
    for (const name of Object.keys(parameters)) {
      const column = table.columns.find(({ logicalName }) => logicalName === name);
      if (column === undefined || column.readOnly) throw new Error(`${table.logicalName} has no column "${name}" that a form can fill in.`);
    }
    const key = this.next++;
    return new Promise((resolve) => {
      this.answers.set(key, resolve);
      this.queue = [...this.queue, { key, table, parameters }];
      this.changed();
    });
  }

  /** The user has saved the form that is shown, or closed it without. */
  close(key: number, saved: EntityReference | undefined): void {
    const resolve = this.answers.get(key);
    this.answers.delete(key);
    this.queue = this.queue.filter((form) => form.key !== key);
    this.changed();
    resolve?.(saved);
  }
}
