/**
 * What the sandbox reads from a solution zip: the one shape that the importer writes, the Web API enforces
 * and the app shell draws. Plain data (it goes to the browser as JSON).
 */
export type { App, SiteMapPrivilege, SiteMapRight, SiteMapSubArea } from "./apps";
export { autoNumberParts, isAutoNumber } from "./autoNumber";
export { commandPlaceOf } from "./commandPlaces";
export type { CommandPlace } from "./commandPlaces";
export type { Chart, ChartDrawing, Dashboard, OneJoin } from "./dashboards";
export type { Form, FormCell, FormControl, FormSection } from "./forms";
export type { Labels } from "./labels";
export type { LeftOut, Missing, SolutionReport } from "./report";
export type { CodeComponent, LibraryReference, WebResource } from "./resources";
export type { RibbonCall, RibbonCommand, RibbonRule } from "./ribbon";
export type { Privilege, Role } from "./roles";
export type { SolutionModel } from "./solution";
export type { AlternateKey, Column, ColumnType, Option, Relationship, Table } from "./tables";
export { friendlyTemper, temperKeys, temperValues } from "./temper";
export type { Temper, TemperKey } from "./temper";
export type { View } from "./views";
