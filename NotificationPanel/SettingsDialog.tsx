import * as React from "react";
import { DefaultButton, Dialog, DialogFooter, PrimaryButton, Toggle } from "@fluentui/react";
import type { Corner } from "../shared/domain/configuration";
import type { AgentSettings } from "../shared/domain/settings";
import type { SettingsPort } from "../shared/inbox/ownSettings";
import type { InboxSnapshot, ProblemKind } from "../shared/inbox/snapshot";
import { fill } from "../shared/ui/fill";
import type { Times } from "../shared/ui/times";
import { Choice } from "./Choice";
import type { PanelStrings } from "./panelStrings";

/** What a {@link SettingsDialog} begins with, and whom it asks. */
export interface SettingsDialogProps {
  readonly settings: NonNullable<InboxSnapshot["settings"]>;
  readonly port: SettingsPort;
  readonly strings: PanelStrings;
  readonly times: Times;
  readonly onClose: () => void;
}

/** How long the agent is not to be disturbed: minutes, or until the day is over, or as it was. */
type Quiet = "0" | "30" | "60" | "day" | "kept";

/** The agent's own settings. A save that fails keeps it open and says why; Escape and Cancel change nothing, and wait for a save that has begun; focus goes back where it came from. */
export function SettingsDialog({ settings: { chosen, allowed }, port, strings, times, onClose }: SettingsDialogProps): React.ReactElement {
  /** Only what the agent changes is written: another tab may have changed the rest. */
  const [changes, setChanges] = React.useState<Partial<AgentSettings>>({});
  const draft = { ...chosen, ...changes };
  const [openedAt] = React.useState(() => port.serverNow());
  const quietUntil = chosen.quietUntil !== null && chosen.quietUntil > openedAt ? chosen.quietUntil : null;
  const unchanged: Quiet = quietUntil === null ? "0" : "kept";
  const [quiet, setQuiet] = React.useState<Quiet>(unchanged);
  const [isSaving, setSaving] = React.useState(false);
  const [problem, setProblem] = React.useState<ProblemKind | null>(null);
  const [isBlocked, setBlocked] = React.useState(false);
  const isOpen = React.useRef(true);
  React.useEffect(() => () => void (isOpen.current = false), []);

  const change = (part: Partial<AgentSettings>) => setChanges((before) => ({ ...before, ...part }));
  const askDesktop = async () => {
    const isGranted = await port.askPermission();
    if (!isOpen.current) return;
    setBlocked(!isGranted);
    change({ desktop: isGranted });
  };
  const save = async () => {
    setSaving(true);
    setProblem(null);
    const ends = quiet === unchanged ? {} : { quietUntil: quietEnd(quiet, port.serverNow(), times) };
    const why = await port.saveSettings({ ...changes, ...ends });
    if (!isOpen.current) return;
    if (why === null) {
      onClose();
      return;
    }
    setSaving(false);
    setProblem(why);
  };
  const corners: readonly (readonly [Corner | "" | "moved", string])[] = [
    ...(chosen.place ? [["moved", strings.CornerMoved] as const] : []),
    ["", strings.CornerDefault],
    ["bottom-end", strings.CornerBottomEnd],
    ["bottom-start", strings.CornerBottomStart],
    ["top-end", strings.CornerTopEnd],
    ["top-start", strings.CornerTopStart],
  ];
  const quiets: readonly (readonly [Quiet, string])[] = [
    ...(quietUntil === null ? [] : [["kept", fill(strings.QuietUntil, times.absolute(quietUntil))] as const]),
    ["0", strings.QuietOff],
    ["30", strings.QuietHalfHour],
    ["60", strings.QuietHour],
    ["day", strings.QuietTomorrow],
  ];
  return (
    <Dialog
      hidden={false}
      onDismiss={() => isSaving || onClose()}
      dialogContentProps={{ title: strings.Settings, showCloseButton: false }}
      modalProps={{ isBlocking: true, isAlert: false }}
      minWidth={288}
      maxWidth={400}
    >
      <Choice
        label={strings.BubbleCorner}
        options={corners}
        chosen={draft.place ? "moved" : (draft.corner ?? "")}
        onChoose={(corner) => change(corner === "moved" ? { place: chosen.place } : { corner: corner || null, place: null })}
      />
      <Switch
        label={strings.Sound}
        isOn={draft.sound}
        isAllowed={allowed.sound}
        strings={strings}
        onSwitch={(sound) => change({ sound })}
      />
      <Switch
        label={strings.DesktopNotification}
        isOn={draft.desktop}
        isAllowed={allowed.desktop}
        strings={strings}
        onSwitch={(desktop) => (desktop ? void askDesktop() : change({ desktop }))}
      />
      <div role="alert">{isBlocked && strings.DesktopBlocked}</div>
      <Choice label={strings.DoNotDisturb} options={quiets} chosen={quiet} onChoose={setQuiet} />
      <div role="alert">{problem && (problem === "failed" ? strings.SettingsFailed : strings[`Problem_${problem}` as const])}</div>
      <DialogFooter>
        <PrimaryButton onClick={() => void save()} text={strings.Save} disabled={isSaving} allowDisabledFocus />
        <DefaultButton onClick={onClose} text={strings.Cancel} disabled={isSaving} allowDisabledFocus />
      </DialogFooter>
    </Dialog>
  );
}

function quietEnd(quiet: Quiet, now: number, times: Times): number | null {
  if (quiet === "day") return times.nextMidnight(now);
  return quiet === "0" ? null : now + Number(quiet) * 60_000;
}

/** What the configuration record forbids is off, and says why it cannot be switched on. */
function Switch(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly isAllowed: boolean;
  readonly strings: PanelStrings;
  readonly onSwitch: (isOn: boolean) => void;
}) {
  const { label, isOn, isAllowed, strings, onSwitch } = props;
  return (
    <Toggle
      label={label}
      checked={isOn && isAllowed}
      disabled={!isAllowed}
      onText={strings.On}
      offText={isAllowed ? strings.Off : strings.NotAvailable}
      onChange={(_, checked) => onSwitch(checked === true)}
    />
  );
}
