import { messageOf } from "../complain";
import * as React from "react";
import type { ControlState } from "../form/controlState";
import type { FormSession } from "../form/formSession";
import { paneContext } from "../panes/paneContext";
import { useChanges } from "../useChanges";
import type { Shell } from "../shell";
import { ComponentHost } from "./componentHost";
import { loadComponent } from "./loadComponent";
import type { LoadedComponent } from "./registry";

interface CellProps {
  readonly shell: Shell;
  readonly form: FormSession;
  readonly control: ControlState;
}

/** A form's cell with a code component in it. */
export function ComponentCell(props: CellProps): React.ReactElement {
  const name = props.control.definition.customControl?.name ?? "";
  const [component, setComponent] = React.useState<LoadedComponent | undefined>();
  const [failure, setFailure] = React.useState<unknown>();
  React.useEffect(() => {
    let left = false;
    const definition = props.shell.session.model.controls.find((candidate) => candidate.name === name);
    const loading =
      definition === undefined
        ? Promise.reject(new Error(`The form uses the code component "${name}", which the solution lacks.`))
        : loadComponent(definition, props.shell.session.languageId, props.shell.bundles);
    loading.then(
      (loaded) => (left ? undefined : setComponent(loaded)),
      (error: unknown) => (left ? undefined : setFailure(error)),
    );
    return () => {
      left = true;
    };
  }, [name, props.shell]);
  if (failure !== undefined) return <LoadError error={failure} />;
  return component === undefined ? (
    <div className="sb-component" aria-busy="true" />
  ) : (
    <RunningComponent {...props} component={component} />
  );
}

function RunningComponent({ shell, form, control, component }: CellProps & { readonly component: LoadedComponent }): React.ReactElement {
  const pane = React.useContext(paneContext);
  const host = React.useMemo(() => new ComponentHost(component, form, control, shell, pane), [component, form, control, shell, pane]);
  const box = React.useRef<HTMLDivElement>(null);
  useChanges(host);
  React.useEffect(() => {
    host.start(component.definition.controlType === "virtual" ? undefined : (box.current ?? undefined));
    return () => host.stop();
  }, [host, component]);
  React.useEffect(() => {
    if (!host.tracksSize || box.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) host.resize(Math.round(entry.contentRect.width), Math.round(entry.contentRect.height));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [host, host.tracksSize]);
  if (host.failure !== undefined) return <LoadError error={host.failure} />;
  return (
    <div className="sb-component" ref={box} data-control={component.definition.name}>
      {component.definition.controlType === "virtual" ? (
        <ErrorBoundary onError={(error) => host.fail(error)}>{host.view as React.ReactNode}</ErrorBoundary>
      ) : null}
    </div>
  );
}

/** The platform's words for a component that does not run. */
function LoadError({ error }: { readonly error: unknown }): React.ReactElement {
  return (
    <div className="sb-component-error" role="alert" title={messageOf(error)}>
      Error loading control
    </div>
  );
}

class ErrorBoundary extends React.Component<{ readonly onError: (error: unknown) => void }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): React.ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
