import type { Form } from "../../model";

type Tab = Form["tabs"][number];

/** What a tab shows: its sections, or its first component in all of its space. */
export type TabContentType = "cardSections" | "singleComponent";

/** The tabs of an open form: which of them are shown, and which one is open. Scripts and the user change it. */
export class FormTabs {
  /** The tab that a script has given the focus, and the how manieth time that was. */
  focused: { readonly tab: string; readonly count: number } | undefined;
  private readonly hidden = new Set<string>();
  private readonly content = new Map<string, TabContentType>();
  private chosen: string | undefined;

  constructor(
    readonly all: readonly Tab[],
    private readonly redraw: () => void,
  ) {}

  /** Those that the row of tabs shows. */
  get shown(): readonly Tab[] {
    return this.all.filter(({ name }) => !this.hidden.has(name)).map((tab) => this.asSet(tab));
  }

  /** The open tab: the one that was chosen last while it is shown, else the first; undefined where all are hidden. */
  get open(): Tab | undefined {
    return this.shown.find(({ name }) => name === this.chosen) ?? this.shown[0];
  }

  /** What a tab shows: as a script has said, else as the form's definition says. */
  contentType(tab: Tab): TabContentType {
    return this.content.get(tab.name) ?? (tab.singleComponent ? "singleComponent" : "cardSections");
  }

  /** Shows a tab's first component alone, or all of its sections. */
  setContentType(tab: string, type: TabContentType): void {
    this.content.set(tab, type);
    this.redraw();
  }

  private asSet(tab: Tab): Tab {
    const type = this.content.get(tab.name);
    if (type === undefined) return tab;
    const copy: { -readonly [Key in keyof Tab]: Tab[Key] } = { ...tab };
    if (type === "singleComponent") copy.singleComponent = true;
    else delete copy.singleComponent;
    return copy;
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
