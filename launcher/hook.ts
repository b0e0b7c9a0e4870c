/**
 * What calls the launch: the rule on every page, on forms, on lists, or an administrator's own call. `unknown`: a ribbon of an earlier version, which the
 * browser has kept, and which does not say.
 */
export type Hook = "global" | "form" | "list" | "onLoad" | "unknown";
