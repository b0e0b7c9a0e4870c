/** Writes the zip: the same parts always give the same bytes, on every system and at any time. */
import { deflateSync } from "fflate";
import type { Part } from "./customizations";
import { byCodeUnit } from "./files";
import { PackError } from "./packError";
import { element, serializeXml } from "./xml";
import type { XmlElement } from "./xml";
import { crc32, writeZip } from "./zipFile";
import type { ZipEntry } from "./zipFile";

/** What was compressed: most parts are in both zips. */
const compressed = new WeakMap<Uint8Array, ZipEntry>();

/**
 * Makes a zip of parts and `[Content_Types].xml`, which the package format wants.
 * @param isCompressed as small as can be; otherwise the parts are stored as they are
 * @throws PackError where two parts have one name
 */
export function makeArchive(parts: readonly Part[], isCompressed: boolean): Uint8Array {
  const names = parts.map(({ name }) => name);
  const twice = names.find((name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) !== index);
  if (twice !== undefined) throw new PackError(`Two parts of the zip are called ${twice}: give one web resource another FileName.`);
  const all = [...parts, { name: "[Content_Types].xml", bytes: serializeXml(contentTypes(names)) }];
  return writeZip(all.sort((a, b) => byCodeUnit(a.name, b.name)).map((part) => (isCompressed ? compress(part) : stored(part))));
}

const stored = ({ name, bytes }: Part): ZipEntry => ({ name, data: bytes, isDeflated: false, crc: crc32(bytes), size: bytes.length });

function compress(part: Part): ZipEntry {
  const known = compressed.get(part.bytes);
  if (known?.name === part.name) return known;
  const entry = { ...stored(part), data: deflateSync(part.bytes, { level: 9 }), isDeflated: true };
  compressed.set(part.bytes, entry);
  return entry;
}

/** Each part has a content type: by its extension, or by name where it has none. */
function contentTypes(names: readonly string[]): XmlElement {
  const extensions = new Set<string>(["xml"]);
  const overrides: string[] = [];
  for (const name of names) {
    const extension = /[^/]\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase();
    if (extension === undefined) overrides.push(name);
    else extensions.add(extension);
  }
  return element("Types", { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" }, [
    ...[...extensions].sort(byCodeUnit).map((extension) => {
      return element("Default", { Extension: extension, ContentType: extension === "xml" ? "text/xml" : "application/octet-stream" }, []);
    }),
    ...overrides.sort(byCodeUnit).map((name) => {
      return element("Override", { PartName: `/${name}`, ContentType: "application/octet-stream" }, []);
    }),
  ]);
}
