import type { View } from "../../model";
import type { Session } from "../session/session";

/**
 * A view without the attributes of columns that the sandbox does not store (money, images): the Web API refuses every use of them. A condition on
 * one, or an order by it, stays, and the list says why it cannot be shown: without it, it would be another list.
 */
export function storedView({ model }: Pick<Session, "model">, view: View): View {
  const fetch = new DOMParser().parseFromString(view.fetchXml, "application/xml");
  const attributes = Array.from(fetch.getElementsByTagName("attribute")).filter((attribute) => {
    const table = model.tables.find((one) => one.logicalName === attribute.parentElement?.getAttribute("name"));
    return table?.columns.some((column) => column.type === "unsupported" && column.logicalName === attribute.getAttribute("name"));
  });
  if (attributes.length === 0) return view;
  for (const attribute of attributes) attribute.remove();
  return { ...view, fetchXml: new XMLSerializer().serializeToString(fetch) };
}
