import type { ICommandBarItemProps } from "@fluentui/react";
import { createContext, useContext, useEffect, useRef, useState } from "react";
import { complain } from "../complain";
import { webResourceAddress } from "../form/scriptLoader";
import type { RibbonCommand } from "../../model";
import { showError } from "../shell";
import type { Shell } from "../shell";
import type { PageValues } from "./ribbonFrame";
import type { TemplateCommands, TemplatePlace } from "./templateCommands";

/** The template commands of the app that is drawn. */
export const templateCommandsContext = createContext<TemplateCommands | undefined>(undefined);

/** What the application ribbon adds to the command bar of one page. */
export interface AddedCommands {
  readonly items: readonly ICommandBarItemProps[];
  /** Why the page's command bar is broken: a rule failed. */
  readonly failure: Error | undefined;
}

/**
 * Asks the rules of the template commands once, when the page's command bar is drawn for the first time.
 * @param page undefined: the page has no command bar now
 */
export function useTemplateCommands(shell: Shell, place: TemplatePlace, page: PageValues | undefined): AddedCommands {
  const templates = useContext(templateCommandsContext);
  const [enabled, setEnabled] = useState<readonly RibbonCommand[]>([]);
  const [failure, setFailure] = useState<Error | undefined>();
  // What the page is stays the same while it is open; its values are made anew with each drawing.
  const latest = useRef(page);
  latest.current = page;
  const isDrawn = page !== undefined;
  useEffect(() => {
    let left = false;
    if (templates === undefined || !isDrawn || latest.current === undefined) return undefined;
    templates.enabledOn(place, latest.current).then(
      (commands) => (left ? undefined : setEnabled(commands)),
      (error: unknown) => {
        complain(error);
        if (!left) setFailure(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return () => {
      left = true;
    };
  }, [templates, place, isDrawn]);
  const items = enabled.map((command) => ({
    key: command.id,
    text: shell.session.label(command.labels, command.id),
    ...(command.modernImage === "" ? {} : { iconProps: { imageProps: { src: webResourceAddress(command.modernImage), alt: "" } } }),
    onClick: (): void => {
      if (templates === undefined || page === undefined) return;
      templates.run(command, page).catch((error: unknown) => showError(shell, error));
    },
  }));
  return { items, failure };
}
