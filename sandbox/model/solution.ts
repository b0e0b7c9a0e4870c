import type { App } from "./apps";
import type { Chart, Dashboard } from "./dashboards";
import type { Form } from "./forms";
import type { CodeComponent, WebResource } from "./resources";
import type { RibbonCommand } from "./ribbon";
import type { Role } from "./roles";
import type { Relationship, Table } from "./tables";
import type { View } from "./views";

/** A solution, read and checked. */
export interface SolutionModel {
  readonly uniqueName: string;
  readonly version: string;
  readonly managed: boolean;
  readonly languages: readonly string[];
  readonly tables: readonly Table[];
  readonly relationships: readonly Relationship[];
  readonly forms: readonly Form[];
  readonly views: readonly View[];
  readonly charts: readonly Chart[];
  readonly dashboards: readonly Dashboard[];
  readonly roles: readonly Role[];
  readonly webResources: readonly WebResource[];
  readonly controls: readonly CodeComponent[];
  readonly commands: readonly RibbonCommand[];
  readonly apps: readonly App[];
}
