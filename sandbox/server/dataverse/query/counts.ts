import type { Found } from "./run";
import type { Annotations } from "./shape";

/**
 * What an answer says of the number of rows, for OData and FetchXML alike: `@odata.count` where it was asked for, and the two annotations
 * where `Prefer` wants them; without a count they say -1 and false
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/count-rows and …/fetchxml/count-rows).
 */
export function countAnnotations({ total, limitExceeded }: Found, annotations: Annotations): Readonly<Record<string, number | boolean>> {
  const wanted = (name: string): boolean => annotations.includes(`Microsoft.Dynamics.CRM.${name}`);
  return {
    ...(total === undefined ? {} : { "@odata.count": total }),
    ...(wanted("totalrecordcount") ? { "@Microsoft.Dynamics.CRM.totalrecordcount": total ?? -1 } : {}),
    ...(wanted("totalrecordcountlimitexceeded") ? { "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded": limitExceeded } : {}),
  };
}
