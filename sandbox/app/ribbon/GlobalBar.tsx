import * as React from "react";
import { webResourceAddress } from "../form/scriptLoader";
import { useChanges } from "../useChanges";
import { showError } from "../shell";
import type { Shell } from "../shell";
import type { GlobalCommands } from "./globalCommands";

interface GlobalBarProps {
  readonly shell: Shell;
  readonly commands: GlobalCommands;
}

/** The application ribbon's commands, in the bar above every page. */
export function GlobalBar({ shell, commands }: GlobalBarProps): React.ReactElement | null {
  useChanges(commands);
  if (commands.enabled.length === 0) return null;
  return (
    <div className="sb-global-commands" role="toolbar" aria-label="Global commands">
      {commands.enabled
        .map((command) => ({ command, label: shell.session.label(command.labels, command.id) }))
        .map(({ command, label }) => (
          <button
            key={command.id}
            type="button"
            className="sb-header-button"
            title={shell.session.label(command.toolTips, label)}
            aria-label={label}
            onClick={() => void commands.run(command).catch((error: unknown) => showError(shell, error))}
          >
            <img src={webResourceAddress(command.modernImage)} alt="" />
            <span className="sb-header-text">{label}</span>
          </button>
        ))}
    </div>
  );
}

/** Says that the command bar is broken, as it is on the platform when a rule throws. */
export function GlobalBarFailure({ commands }: Pick<GlobalBarProps, "commands">): React.ReactElement | null {
  useChanges(commands);
  if (commands.failure === undefined) return null;
  return (
    <div className="sb-bar-failure" role="alert">
      Command bar failed: {commands.failure.message}
    </div>
  );
}
