import { SaxesParser } from "saxes";

/** An XML element with its place, so that a message can point at it. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Its own text as it stands; children's text is not in it. */
  readonly text: string;
  /** As a message names it: `customizations.xml, line 12`. */
  readonly place: string;
}

/** Text is not the XML that its reader accepts. The message is what the text does: "is empty", "nests elements deeper than 200 levels". */
export class XmlError extends Error {
  override readonly name = "XmlError";

  constructor(
    problem: string,
    /** As `XmlNode.place`. */
    readonly place: string,
  ) {
    super(problem);
  }
}

type Building = { -readonly [Key in keyof XmlNode]: XmlNode[Key] } & { children: Building[] };

/**
 * Parses XML into a tree. A document type is refused, because Dataverse refuses it and because it could name other files.
 * @param source what the text is, for the places of its elements
 * @param deepest so many levels of elements are accepted
 * @throws XmlError
 */
export function parseXml(text: string, source: string, deepest: number): XmlNode {
  const parser = new SaxesParser();
  const open: Building[] = [];
  let root: Building | undefined;
  const here = (): string => `${source}, line ${parser.line}`;
  const refuse = (problem: string): never => {
    throw new XmlError(problem, here());
  };
  parser.on("error", (error) => refuse(`is not well-formed XML: ${error.message}`));
  parser.on("doctype", () => refuse("has a document type declaration, which Dataverse does not accept"));
  parser.on("opentag", (tag) => {
    if (open.length >= deepest) refuse(`nests elements deeper than ${deepest} levels`);
    const node: Building = { name: tag.name, attributes: { ...tag.attributes }, children: [], text: "", place: here() };
    const parent = open[open.length - 1];
    if (parent) parent.children.push(node);
    else root = node;
    open.push(node);
  });
  const addText = (value: string): void => {
    const node = open[open.length - 1];
    if (node) node.text += value;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  if (!root) throw new XmlError("is empty", source);
  return root;
}
