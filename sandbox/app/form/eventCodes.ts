/** The save modes of the platform that the sandbox knows; what `getSaveMode()` answers in OnSave. */
export const saveMode = { save: 1, saveAndClose: 2, deactivate: 5, reactivate: 6, saveAndNew: 59, autoSave: 70 } as const;

/** Why the data were read, as `getDataLoadState()` answers. */
export const dataLoad = { initial: 1, save: 2, refresh: 3 } as const;
