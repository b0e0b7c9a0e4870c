import * as React from "react";
import { DefaultButton, PrimaryButton, useTheme } from "@fluentui/react";
import type { Corner, OpenIn } from "../shared/domain/configuration";
import type { AgentSettings, Density } from "../shared/domain/settings";
import type { SettingsPort } from "../shared/inbox/settingsPort";
import type { InboxSnapshot, ProblemKind } from "../shared/inbox/snapshot";
import { DialogFrame } from "../shared/ui/DialogFrame";
import { fill } from "../shared/ui/fill";
import type { Times } from "../shared/ui/times";
import { Choice } from "../shared/ui/Choice";
import type { PanelStrings } from "./panelStrings";
import { SettingSwitch } from "./SettingSwitch";
import { settingStyles } from "./settingStyles";
import { ShortcutRecorder } from "./ShortcutRecorder";
import { usePermission } from "./usePermission";

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
/** Where the bubble is: in a corner, in the administrator's, or where the agent has moved it. */
type Place = Corner | "" | "moved";

/** The agent's own settings. A save without a change writes nothing; one that fails keeps it open and says why; Escape and Cancel change nothing, and wait for a save that has begun; focus goes back where it came from. */
export function SettingsDialog({ settings: { chosen, allowed }, port, strings, times, onClose }: SettingsDialogProps): React.ReactElement {
  const styles = settingStyles(useTheme());
  /** Only what the agent changes is written: another tab may have changed the rest. */
  const [changes, setChanges] = React.useState<Partial<AgentSettings>>({});
  const draft = { ...chosen, ...changes };
  const [isSaving, setSaving] = React.useState(false);
  const [problem, setProblem] = React.useState<ProblemKind | null>(null);
  const isOpen = React.useRef(true);
  React.useEffect(() => () => void (isOpen.current = false), []);

  const change = (part: Partial<AgentSettings>) => setChanges((before) => ({ ...before, ...part }));
  const keepQuiet = () =>
    setChanges((before) => {
      const others = { ...before };
      delete others.quietUntil;
      return others;
    });
  const isChanged = (key: string) => changes[key as keyof AgentSettings] !== chosen[key as keyof AgentSettings];
  const save = async () => {
    if (!Object.keys(changes).some(isChanged)) {
      onClose();
      return;
    }
    setSaving(true);
    setProblem(null);
    const why = await port.saveSettings(changes);
    if (!isOpen.current) return;
    if (why === null) {
      onClose();
      return;
    }
    setSaving(false);
    setProblem(why);
  };
  const corners: readonly (readonly [Place, string])[] = [
    ...(chosen.place === null ? [] : [["moved", strings.CornerMoved] as const]),
    ["", strings.CornerDefault],
    ["bottom-end", strings.CornerBottomEnd],
    ["bottom-start", strings.CornerBottomStart],
    ["top-end", strings.CornerTopEnd],
    ["top-start", strings.CornerTopStart],
  ];
  const densities: readonly (readonly [Density, string])[] = [
    ["compact", strings.DensityCompact],
    ["roomy", strings.DensityRoomy],
  ];
  const openIns: readonly (readonly [OpenIn | "", string])[] = [
    ["", strings.CornerDefault],
    ["pane", strings.OpenInPane],
    ["page", strings.OpenInPage],
  ];
  return (
    <DialogFrame
      title={strings.Settings}
      maxWidth={400}
      isBlocking
      buttons={[
        <PrimaryButton key="save" onClick={() => void save()} text={strings.Save} disabled={isSaving} allowDisabledFocus />,
        <DefaultButton key="cancel" onClick={onClose} text={strings.Cancel} disabled={isSaving} allowDisabledFocus />,
      ]}
      onDismiss={() => isSaving || onClose()}
    >
      <div className={styles.fields}>
        <div className={styles.row}>
          <SettingSwitch
            label={strings.Sound}
            isOn={draft.sound}
            isAllowed={allowed.sound}
            strings={strings}
            onSwitch={(sound) => change({ sound })}
          />
          {allowed.sound && (
            <DefaultButton text={strings.Try} ariaLabel={fill(strings.ActionFor, strings.Try, strings.Sound)} onClick={() => port.ring()} />
          )}
        </div>
        <DesktopField
          isOn={draft.desktop}
          isAllowed={allowed.desktop}
          port={port}
          strings={strings}
          onSwitch={(desktop) => change({ desktop })}
        />
        <QuietField
          chosen={chosen}
          until={draft.quietUntil}
          port={port}
          strings={strings}
          times={times}
          onChoose={(quietUntil) => (quietUntil === undefined ? keepQuiet() : change({ quietUntil }))}
        />
        <Choice label={strings.Density} options={densities} chosen={draft.density} onChoose={(density) => change({ density })} />
        <Choice
          label={strings.OpenIn}
          options={openIns}
          chosen={draft.openIn ?? ""}
          onChoose={(openIn) => change({ openIn: openIn || null })}
        />
        <Choice
          label={strings.BubbleCorner}
          options={corners}
          chosen={draft.place === null ? (draft.corner ?? "") : "moved"}
          onChoose={(place) => change(place === "moved" ? { place: chosen.place } : { corner: place || null, place: null })}
        />
        <SettingSwitch
          label={strings.CountInTitle}
          isOn={draft.countInTitle}
          isAllowed
          strings={strings}
          onSwitch={(countInTitle) => change({ countInTitle })}
        />
        <ShortcutRecorder shortcut={draft.shortcut} strings={strings} onChoose={(shortcut) => change({ shortcut })} />
      </div>
      <div role="alert" className={styles.error}>
        {problem && (problem === "signin" ? strings.Problem_signin : strings.SettingsFailed)}
      </div>
    </DialogFrame>
  );
}

/** Desktop notifications, and what the browser says of them: it is asked when they are switched on, and only then. */
function DesktopField(props: {
  readonly isOn: boolean;
  readonly isAllowed: boolean;
  readonly port: SettingsPort;
  readonly strings: PanelStrings;
  readonly onSwitch: (isOn: boolean) => void;
}) {
  const { isOn, isAllowed, port, strings, onSwitch } = props;
  const styles = settingStyles(useTheme());
  const [permission, look] = usePermission(port.permission);
  const isOpen = React.useRef(true);
  React.useEffect(() => () => void (isOpen.current = false), []);
  const ask = async () => {
    const isGranted = await port.askPermission();
    if (!isOpen.current) return;
    look();
    onSwitch(isGranted);
  };
  return (
    <div>
      <SettingSwitch
        label={strings.DesktopNotification}
        isOn={isOn}
        isAllowed={isAllowed}
        strings={strings}
        onSwitch={(wanted) => (wanted ? void ask() : onSwitch(false))}
      />
      <div role="status" className={styles.note}>
        {isAllowed && strings[`Permission_${permission}` as const]}
      </div>
    </div>
  );
}

/** Do not disturb, and when that ends. */
function QuietField(props: {
  readonly chosen: AgentSettings;
  /** As it would be saved. */
  readonly until: number | null;
  readonly port: SettingsPort;
  readonly strings: PanelStrings;
  readonly times: Times;
  /** Undefined: it is to stay as it is. */
  readonly onChoose: (quietUntil: number | null | undefined) => void;
}) {
  const { chosen, until, port, strings, times, onChoose } = props;
  const styles = settingStyles(useTheme());
  const [openedAt] = React.useState(() => port.serverNow());
  const kept = chosen.quietUntil !== null && chosen.quietUntil > openedAt ? chosen.quietUntil : null;
  const unchanged: Quiet = kept === null ? "0" : "kept";
  const [quiet, setQuiet] = React.useState<Quiet>(unchanged);
  const quiets: readonly (readonly [Quiet, string])[] = [
    ...(kept === null ? [] : [["kept", fill(strings.QuietUntil, times.absolute(kept))] as const]),
    ["0", strings.QuietOff],
    ["30", strings.QuietHalfHour],
    ["60", strings.QuietHour],
    ["day", strings.QuietTomorrow],
  ];
  const choose = (wanted: Quiet) => {
    setQuiet(wanted);
    onChoose(wanted === unchanged ? undefined : quietEnd(wanted, port.serverNow(), times));
  };
  return (
    <div>
      <Choice label={strings.DoNotDisturb} options={quiets} chosen={quiet} onChoose={choose} />
      <div role="status" className={styles.note}>
        {quiet !== "0" && quiet !== "kept" && until !== null && fill(strings.QuietUntil, times.absolute(until))}
      </div>
    </div>
  );
}

/** When it ends (server clock, ms); null: it is off. */
function quietEnd(quiet: Quiet, now: number, times: Times): number | null {
  if (quiet === "day") return times.nextMidnight(now);
  return quiet === "0" ? null : now + Number(quiet) * 60_000;
}
