/** The texts of one language; `{0}` and `{1}` are places for values. */
export interface FormsTexts {
  /** {0}: the name of the configuration that applies. */
  readonly hasNoEffect: string;
  readonly noneActive: string;
  /** {0}: what are no apps' unique names; {1}: the unique names that there are. */
  readonly unknownApp: string;
  readonly notANumber: string;
  readonly blockEnded: string;
  /** {0}: what is no phone column. */
  readonly unknownColumns: string;
  /** {0}: the configuration's idle timeout in minutes. */
  readonly configuredTimeout: string;
}

/** What the scripts of the forms say in English. */
export const formsEnglish: FormsTexts = {
  hasNoEffect: "This configuration has no effect while “{0}” is active: the oldest active configuration applies.",
  noneActive: "No configuration is active: the defaults apply, in all apps.",
  unknownApp: "No app has the unique name {0}. The apps’ unique names are: {1}",
  notANumber: "Enter a plus sign, the country code, then digits 0–9 without (0): +15550100",
  blockEnded: "The block has ended by itself: agents are notified of this number’s messages again.",
  unknownColumns:
    "Not understood: {0}. Write contact.column or account.column, separated by commas. Until then no number is linked to a customer.",
  configuredTimeout: "The configuration’s idle timeout is {0} minutes (0: never). It counts where this number has none.",
};
