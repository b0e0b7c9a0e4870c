import type { Form } from "../../model";

type Tab = Form["tabs"][number];

/** The tabs of an open form: which of them are shown, and which one is open. Scripts and the user change it. */
export class FormTabs {
  /** The tab that a script has given the focus, and the how manieth time that was. */
  focused: { readonly tab: string; readonly count: number } | undefined;
  private readonly hidden = new Set<string>();
  private chosen: string | undefined;

  constructor(
    readonly all: readonly Tab[],
    private readonly redraw: () => void,
  ) {}

  /** Those that the row of tabs shows. */
  get shown(): readonly Tab[] {
    return this.all.filter(({ name }) => !this.hidden.has(name));
  }

  /** The open tab: the one that was chosen last while it is shown, else the first; undefined where all are hidden. */
  get open(): Tab | undefined {
    return this.shown.find(({ name }) => name === this.chosen) ?? this.shown[0];
  }

  /** Opens a tab. */
  choose(tab: string): void {
    this.chosen = tab;
    this.redraw();
  }

  /** Opens a tab and gives it the focus. */
  focus(tab: string): void {
    this.focused = { tab, count: (this.focused?.count ?? 0) + 1 };
    this.choose(tab);
  }

  /** Shows or hides a tab. */
  setVisible(tab: string, visible: boolean): void {
    if (visible) this.hidden.delete(tab);
    else this.hidden.add(tab);
    this.redraw();
  }
}
