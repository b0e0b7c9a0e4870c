/** The save modes of the platform that the sandbox knows; what `getSaveMode()` answers in OnSave. */
export const saveMode = { save: 1, saveAndClose: 2, deactivate: 5, reactivate: 6, saveAndNew: 59, autoSave: 70 } as const;
