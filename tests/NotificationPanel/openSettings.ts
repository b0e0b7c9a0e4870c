/** The settings dialog of the panel, opened by keyboard, and the ways to use it. */
import { act, fireEvent, screen } from "@testing-library/react";
import { NO_SETTINGS } from "../../shared/domain/settings";
import type { AgentSettings, Allowed } from "../../shared/domain/settings";
import type { Permission } from "../../shared/inbox/ports";
import type { ProblemKind } from "../../shared/inbox/snapshot";
import { NOW, buildActions, buildSnapshot } from "./fixtures";
import { readResx } from "./readResx";
import { renderPanel } from "./renderPanel";

const ALL: Allowed = { sound: true, desktop: true };

/** What the dialog is opened with. */
export interface OpenSettingsOptions {
  readonly allowed?: Allowed;
  /** What saves are answered, in turn. */
  readonly saves?: readonly (ProblemKind | null)[];
  /** What the agent answers the browser. */
  readonly grants?: boolean;
  /** What the browser says before it has asked. */
  readonly permission?: Permission;
  readonly languageCode?: number;
  /** The answer to a save that takes its time. */
  readonly late?: Promise<ProblemKind | null>;
}

export function openSettings(chosen: Partial<AgentSettings> = {}, options: OpenSettingsOptions = {}) {
  const { allowed = ALL, saves = [null], grants = true, languageCode = 1033, late } = options;
  const saved: Partial<AgentSettings>[] = [];
  const answers: (ProblemKind | null)[] = [...saves];
  const onClose = jest.fn();
  const ring = jest.fn();
  const browser = { permission: options.permission ?? "default" };
  const settings = { chosen: { ...NO_SETTINGS, ...chosen }, allowed };
  renderPanel(buildSnapshot({ settings }), {
    languageCode,
    onClose,
    settingsPort: {
      ...buildActions().settings,
      saveSettings: (wanted) => {
        saved.push(wanted);
        return late ?? Promise.resolve(answers.shift() ?? null);
      },
      ring,
      permission: () => browser.permission,
      askPermission: () => {
        browser.permission = grants ? "granted" : "denied";
        return Promise.resolve(grants);
      },
      serverNow: () => NOW,
    },
  });
  const name = readResx(languageCode)["Settings"] ?? "";
  const button = screen.getByRole("button", { name });
  button.focus();
  fireEvent.click(button);
  return { saved, button, onClose, ring, browser, dialog: screen.getByRole("dialog", { name }) };
}

export const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
export const toggle = (name: string) => screen.getByRole("switch", { name });
export const settled = () => act(() => Promise.resolve());

/** Chooses in one of the dropdowns, as with a mouse. */
export function choose(label: string, option: string): void {
  fireEvent.click(screen.getByRole("combobox", { name: new RegExp(`^${label}`) }));
  fireEvent.click(screen.getByRole("option", { name: option }));
}
