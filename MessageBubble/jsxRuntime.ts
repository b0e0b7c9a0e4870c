/**
 * `react/jsx-runtime` on React 16 and 17's `createElement`, for the icons of @fluentui/react-icons.
 * webpack.config.js puts it in the place of React's own, which the platform does not give to a control.
 */
import * as React from "react";

type Props = Record<string, unknown> & { children?: React.ReactNode };

/** Makes an element as the automatic JSX transform asks for it: children are a property, the key is an argument of its own. */
export function jsx(type: React.ElementType, props: Props, key?: React.Key): React.ReactElement {
  return React.createElement(type, key === undefined ? props : { ...props, key });
}

/** The same for several static children: they are spread, so that React asks for no keys. */
export function jsxs(type: React.ElementType, props: Props, key?: React.Key): React.ReactElement {
  const { children, ...others } = props;
  const list: React.ReactNode[] = Array.isArray(children) ? (children as React.ReactNode[]) : [children];
  return React.createElement(type, key === undefined ? others : { ...others, key }, ...list);
}

export const Fragment = React.Fragment;
