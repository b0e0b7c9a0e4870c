/** A text that agents use again. Its places are `{customer}`, `{agent}` and `{businessnumber}`; without a language it is for every one. */

export const table = "msgn_template";
export const set = "msgn_templates";
export const id = "msgn_templateid";
export const name = "msgn_name";
export const body = "msgn_body";
export const language = "msgn_languagecode";
