/**
 * Makes the host form a form that never saves, never asks, and looks like a panel. Each call by itself: a platform that lacks one part may
 * have the others, and none of them may keep the rest of the script from its work.
 */
import { attempt } from "./platform";

/** Every save is stopped, and no column would be sent: leaving never asks about unsaved changes. */
export function keepUnsaved(form: Xrm.FormContext): void {
  attempt(() => form.data.entity.addOnSave((save: Xrm.Events.SaveEventContext) => save.getEventArgs().preventDefault()));
  attempt(() => form.data.entity.attributes.forEach((attribute) => attempt(() => attribute.setSubmitMode("never"))));
}

/** Title, commands, tabs and footer are not shown. */
export function hideFrame({ ui }: Xrm.FormContext): void {
  attempt(() => ui.headerSection.setBodyVisible(false));
  attempt(() => ui.headerSection.setCommandBarVisible(false));
  attempt(() => ui.headerSection.setTabNavigatorVisible(false));
  attempt(() => ui.footerSection.setVisible(false));
}
