import type { FormSession } from "../form/formSession";
import { bracedId } from "../navigation/address";
import { isRightToLeft, languageTag } from "../session/labels";
import { actions } from "../session/privileges";
import type { Action } from "../session/privileges";
import type { Session } from "../session/session";
import type { Shell } from "../shell";
import { strict } from "../strict";
import type { ClientNavigation } from "../xrm/navigation";
import { dateFormattingInfo } from "../xrm/userSettings";
import { entityMetadata } from "../xrm/utility";
import { clientWebApi } from "../xrm/webApi";
import type { Parameter } from "./parameters";
import type { LoadedComponent } from "./registry";

/** What changes from one updateView to the next. */
export interface ContextInput {
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly updatedProperties: readonly string[];
  readonly disabled: boolean;
  readonly visible: boolean;
  readonly label: string;
  /** Pixels; -1 while the component does not track its size. */
  readonly width: number;
  readonly height: number;
}

/** What a component may ask of its host. */
export interface HostCalls {
  readonly trackContainerResize: (track: boolean) => void;
  readonly setControlState: (state: object) => boolean;
  readonly requestRender: () => void;
}

/** Makes the contexts of one component instance: what stays is made once, parameters and mode at each update. */
export class ContextSource {
  private readonly constant: object;
  private readonly hasContextInfo: boolean;

  constructor(
    shell: Shell,
    component: LoadedComponent,
    private readonly form: FormSession,
    navigation: ClientNavigation,
    private readonly host: HostCalls,
  ) {
    this.constant = {
      webAPI: strict(clientWebApi(shell.session), "context.webAPI"),
      navigation: strict(
        {
          openForm: navigation.openForm,
          openAlertDialog: navigation.openAlertDialog,
          openConfirmDialog: navigation.openConfirmDialog,
          openErrorDialog: navigation.openErrorDialog,
          openUrl: navigation.openUrl,
        },
        "context.navigation",
      ),
      resources: strict({ getString: (key: string) => component.strings.get(key) }, "context.resources"),
      userSettings: userSettings(shell.session),
      client: strict(
        {
          disableScroll: false,
          getClient: () => "Web",
          getFormFactor: () => 1,
          isOffline: () => false,
          isNetworkAvailable: () => navigator.onLine,
        },
        "context.client",
      ),
      device: strict({}, "context.device"),
      events: {},
      factory: strict({ requestRender: () => this.host.requestRender() }, "context.factory"),
      fluentDesignLanguage: shell.look.designLanguage,
      formatting: formatting(shell.session),
      utils: utilities(shell, component),
      page: shell.session.temper.contextInfo === "nowhere" ? undefined : pageOf(form),
    };
    this.hasContextInfo = shell.session.temper.contextInfo === "friendly";
  }

  /** The context for one call of init or updateView. */
  next(input: ContextInput): object {
    const mode = strict(
      {
        isControlDisabled: input.disabled,
        isVisible: input.visible,
        label: input.label,
        allocatedWidth: input.width,
        allocatedHeight: input.height,
        trackContainerResize: this.host.trackContainerResize,
        setControlState: this.host.setControlState,
        contextInfo: this.hasContextInfo ? contextInfoOf(this.form) : undefined,
      },
      "context.mode",
    );
    return strict({ ...this.constant, parameters: input.parameters, mode, updatedProperties: [...input.updatedProperties] }, "context");
  }
}

/** The row that the form shows. Microsoft documents neither this nor `contextInfo`; ids are lower case, without braces. */
function pageOf(form: FormSession): object {
  return strict(
    {
      get entityId(): string {
        return form.id ?? "";
      },
      entityTypeName: form.table.logicalName,
      getClientUrl: () => window.location.origin,
    },
    "context.page",
  );
}

/** The row that the component's own form shows, in the main area or in a pane; without id and name while the row is new. */
function contextInfoOf(form: FormSession): object {
  const isNew = form.id === undefined;
  return strict(
    { entityId: form.id, entityTypeName: form.table.logicalName, entityRecordName: isNew ? undefined : form.title },
    "context.mode.contextInfo",
  );
}

function userSettings(session: Session): object {
  const { user, languageId } = session;
  const parts = new Intl.NumberFormat(languageTag(languageId)).formatToParts(-12345.6);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return strict(
    {
      userId: bracedId(user.id),
      userName: user.fullName,
      languageId,
      isRTL: isRightToLeft(languageId),
      get securityRoles(): string[] {
        return session.roles.map((role) => role.id);
      },
      dateFormattingInfo: dateFormattingInfo(languageId),
      numberFormattingInfo: strict(
        {
          numberDecimalSeparator: part("decimal"),
          numberGroupSeparator: part("group"),
          negativeSign: part("minusSign"),
          numberDecimalDigits: 2,
        },
        "numberFormattingInfo",
      ),
      getTimeZoneOffsetMinutes: (date?: Date) => -(date ?? new Date()).getTimezoneOffset(),
    },
    "context.userSettings",
  );
}

function formatting(session: Session): object {
  const tag = languageTag(session.languageId);
  return strict(
    {
      formatInteger: (value: number) => new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }).format(value),
      formatDateShort: (value: Date, includeTime = false) =>
        new Intl.DateTimeFormat(tag, { dateStyle: "short", ...(includeTime ? { timeStyle: "short" as const } : {}) }).format(value),
      formatDateLong: (value: Date) => new Intl.DateTimeFormat(tag, { dateStyle: "long" }).format(value),
      formatTime: (value: Date) => new Intl.DateTimeFormat(tag, { timeStyle: "short" }).format(value),
    },
    "context.formatting",
  );
}

/** `PrivilegeType` of the component framework, by its number. */
const privilegeTypes: readonly (Action | undefined)[] = [
  undefined,
  "Create",
  "Read",
  "Write",
  "Delete",
  "Assign",
  undefined,
  "Append",
  "AppendTo",
];

function utilities(shell: Shell, { definition }: LoadedComponent): object {
  return strict(
    {
      loadDependency: shell.bundles.dependencyLoaderOf(definition),
      getEntityMetadata: (table: string) => Promise.resolve(entityMetadata(shell, table)),
      hasEntityPrivilege: (table: string, privilegeType: number, depth: number): boolean => {
        const action = privilegeTypes[privilegeType];
        if (action === undefined || !actions.includes(action))
          throw new Error(`The sandbox does not support the privilege type ${privilegeType}.`);
        const held = shell.session.privileges.depthOf(action, shell.session.table(table));
        return held >= 0 && held >= depth;
      },
    },
    "context.utils",
  );
}
