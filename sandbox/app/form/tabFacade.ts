import { strict } from "../strict";
import type { FormSession } from "./formSession";
import type { TabContentType } from "./formTabs";

/** A tab as scripts see it: `formContext.ui.tabs.get("details")`. */
export interface TabFacade {
  getName(): string;
  getLabel(): string;
  getVisible(): boolean;
  setVisible(visible: boolean): void;
  getDisplayState(): "expanded" | "collapsed";
  setDisplayState(state: "expanded" | "collapsed"): void;
  setFocus(): void;
  getContentType(): TabContentType;
  setContentType(type: TabContentType): void;
}

/** The tabs of a form, as scripts see them. */
export function tabFacades(form: FormSession): TabFacade[] {
  const { tabs } = form;
  return tabs.all.map((tab) => {
    const { name, labels } = tab;
    return strict<TabFacade>(
      {
        getName: () => name,
        getLabel: () => form.session.label(labels),
        getVisible: () => tabs.shown.some((shown) => shown.name === name),
        setVisible: (visible) => tabs.setVisible(name, visible),
        // One tab is open at a time: opening one closes the others, and none can be closed but by opening another.
        getDisplayState: () => (tabs.open?.name === name ? "expanded" : "collapsed"),
        setDisplayState: (state) => {
          if (state === "expanded") tabs.choose(name);
        },
        setFocus: () => tabs.focus(name),
        getContentType: () => tabs.contentType(tab),
        setContentType: (type) => tabs.setContentType(name, type),
      },
      `tab(${name})`,
    );
  });
}
