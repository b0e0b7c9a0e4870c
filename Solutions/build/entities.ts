/** Puts a table together: Entity.xml with the forms, views, charts and ribbon that lie in files beside it. */
import { PackError } from "./packError";
import type { SourceFolder } from "./sourceFolder";
import { element, textAt, withChildren } from "./xml";
import type { XmlElement } from "./xml";

/** All tables below `Entities/`. @throws PackError where a folder, a file and the name or id inside it do not agree. */
export function readEntities(source: SourceFolder): XmlElement[] {
  return source.folders("Entities").map((folder) => readEntity(source, folder));
}

function readEntity(source: SourceFolder, folder: string): XmlElement {
  const base = `Entities/${folder}`;
  const entity = source.xml(`${base}/Entity.xml`, "Entity");
  const name = textAt(entity, "Name");
  if (name !== folder) throw new PackError(`${base}/Entity.xml is of the table '${name}', but its folder is '${folder}': rename one.`);
  const parts: Record<string, readonly XmlElement[]> = {
    FormXml: readForms(source, base),
    SavedQueries: readViews(source, base),
    ...partsOfCharts(source, base),
    RibbonDiffXml: source.xml(`${base}/RibbonDiff.xml`, "RibbonDiffXml").children,
  };
  for (const part of Object.keys(parts)) {
    if (!entity.children.some((each) => each.name === part)) {
      throw new PackError(`${base}/Entity.xml has no <${part} />: the files beside it have no place. Add the empty element.`);
    }
  }
  return strip(
    withChildren(
      entity,
      entity.children.map((each) => withChildren(each, parts[each.name] ?? each.children)),
    ),
  );
}

function readForms(source: SourceFolder, base: string): XmlElement[] {
  return source.folders(`${base}/FormXml`).map((type) => {
    const forms = source.list(`${base}/FormXml/${type}/`, ".xml").flatMap((path) => {
      const { children } = source.xml(path, "forms");
      for (const form of children) sameId(path, textAt(form, "formid"));
      return children;
    });
    return element("forms", { type }, forms);
  });
}

function readViews(source: SourceFolder, base: string): XmlElement[] {
  const views = source.list(`${base}/SavedQueries/`, ".xml").flatMap((path) => {
    const { children } = source.xml(path, "savedqueries");
    for (const view of children) sameId(path, textAt(view, "savedqueryid"));
    return children;
  });
  return views.length > 0 ? [element("savedqueries", {}, views)] : [];
}

/** The charts; a table without charts needs no place for them. */
function partsOfCharts(source: SourceFolder, base: string): Record<string, readonly XmlElement[]> {
  const charts = source.list(`${base}/Visualizations/`, ".xml").map((path) => {
    const chart = source.xml(path, "visualization");
    sameId(path, textAt(chart, "savedqueryvisualizationid"));
    return strip(chart);
  });
  return charts.length > 0 ? { Visualizations: charts } : {};
}

/** @throws PackError where a file is not named after the id inside it */
export function sameId(path: string, id: string): void {
  if (!path.toLowerCase().endsWith(`/${id.toLowerCase()}.xml`)) {
    throw new PackError(`${path} has the id ${id || "(none)"}: the file's name and the id inside it must be the same.`);
  }
}

/** Without the namespace declaration that each file carries for itself; the assembled document declares it once. */
export function strip(root: XmlElement): XmlElement {
  const attributes = Object.fromEntries(Object.entries(root.attributes).filter(([name]) => name !== "xmlns:xsi"));
  return { ...root, attributes };
}
