import * as React from "react";

/** A phone number has no letter that would tell its direction, and would be turned around in a right-to-left sentence. */
const NUMBER = /^[+\d\s().-]+$/;

/** A name or number in its own direction, without effect on the text around it. */
export function Isolated({ text }: { readonly text: string }): React.ReactElement {
  return <bdi dir={NUMBER.test(text) ? "ltr" : "auto"}>{text}</bdi>;
}
