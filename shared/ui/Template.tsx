import * as React from "react";
import { Isolated } from "./Isolated";
import { splitAtPlaces } from "./fill";

/** What a {@link Template} shows. */
export interface TemplateProps {
  /** With places `{0}`, `{1}`. */
  readonly text: string;
  readonly values: readonly string[];
}

/** A text with its places filled; each value is isolated, so that its direction cannot turn the sentence around. */
export function Template({ text, values }: TemplateProps): React.ReactElement {
  return <>{splitAtPlaces(text).map((part, at) => (at % 2 === 0 ? part : <Isolated key={at} text={values[Number(part)] ?? ""} />))}</>;
}
