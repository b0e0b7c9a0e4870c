import * as React from "react";

/**
 * The store's value; renders again when it changes. Values are compared by identity: a store gives the same object until something changed.
 * What React's own useSyncExternalStore does for the React of the platform (17), which renders without interruptions.
 */
export function useStore<Value>(subscribe: (listener: () => void) => () => void, getValue: () => Value): Value {
  const [value, setValue] = React.useState(getValue);
  React.useLayoutEffect(() => {
    const look = () => setValue(getValue);
    // It may have changed between the rendering and now.
    look();
    return subscribe(look);
  }, [subscribe, getValue]);
  return value;
}
