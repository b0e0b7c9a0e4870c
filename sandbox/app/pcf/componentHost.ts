import { complain } from "../complain";
import type { ControlState } from "../form/controlState";
import type { FormSession } from "../form/formSession";
import { Observable } from "../observable";
import type { Pane } from "../panes/sidePanes";
import type { Shell } from "../shell";
import { clientNavigation } from "../xrm/navigation";
import { ContextSource } from "./contextSource";
import { parametersOf, takeOutputs } from "./parameters";
import type { Parameter } from "./parameters";
import type { ComponentInstance, LoadedComponent } from "./registry";

/**
 * One code component on one form. It calls the component's life cycle in the platform's order, passes the columns' values, and
 * takes the outputs. A component that throws is shut down; the form goes on without it.
 */
export class ComponentHost extends Observable {
  /** What a virtual component wants drawn. */
  view: unknown = null;
  /** Why the component is not running. */
  failure: unknown = undefined;
  /** The component wants to hear its size. */
  tracksSize = false;

  private instance: ComponentInstance | undefined;
  private readonly contexts: ContextSource;
  private width = -1;
  private height = -1;
  private last: Readonly<Record<string, Parameter>> = {};
  private lastMode = "";
  private outputsDue = false;
  private stopListening: (() => void) | undefined;

  constructor(
    private readonly component: LoadedComponent,
    private readonly form: FormSession,
    private readonly control: ControlState,
    shell: Shell,
    /** Where the form is; undefined in the main area. */
    pane?: Pane,
  ) {
    super();
    const navigation = clientNavigation(shell, pane);
    this.contexts = new ContextSource(shell, component, form, navigation, {
      trackContainerResize: (track) => {
        this.tracksSize = track;
        this.changed();
      },
      setControlState: () => true,
      requestRender: () => this.update([]),
    });
  }

  /** Makes the component and draws it for the first time. `container`: where a standard component draws. */
  start(container: HTMLDivElement | undefined): void {
    this.guard(() => {
      this.instance = new this.component.create();
      this.last = this.parameters();
      this.lastMode = this.modeKey();
      this.instance.init(this.context([]), () => this.outputsChanged(), {}, container);
      this.draw([]);
      if (this.component.definition.afterPageLoad) setTimeout(() => this.pageLoaded(), 0);
    });
    this.stopListening = this.form.subscribe(() => this.followForm());
  }

  /** The host is going away. */
  stop(): void {
    this.stopListening?.();
    const { instance } = this;
    this.instance = undefined;
    try {
      instance?.destroy();
    } catch (error) {
      complain(error);
    }
  }

  /** The space for the component has changed (pixels). */
  resize(width: number, height: number): void {
    if (!this.tracksSize || (width === this.width && height === this.height)) return;
    this.width = width;
    this.height = height;
    this.update(["layout"]);
  }

  /** The component has failed, in its life cycle or while it was drawn. */
  fail(error: unknown): void {
    complain(error);
    this.failure = error;
    this.stop();
    this.changed();
  }

  /** What the component wants done once the page is there; a failure of it leaves the component running. */
  private pageLoaded(): void {
    this.guard(() => {
      this.instance?.getActions?.().afterPageLoad?.().catch(complain);
    });
  }

  private followForm(): void {
    this.guard(() => {
      const parameters = this.parameters();
      const updated = Object.keys(parameters).filter((name) => parameters[name]?.raw !== this.last[name]?.raw);
      const mode = this.modeKey();
      if (updated.length === 0 && mode === this.lastMode) return;
      this.last = parameters;
      const names = updated.length > 0 ? [...updated, "parameters"] : [];
      if (mode !== this.lastMode) names.push("viewmode");
      this.lastMode = mode;
      this.draw(names);
    });
  }

  private update(updated: readonly string[]): void {
    this.guard(() => this.draw(updated));
  }

  private draw(updated: readonly string[]): void {
    if (this.instance === undefined) return;
    const view = this.instance.updateView(this.context(updated));
    if (this.component.definition.controlType === "virtual") this.view = view;
    this.changed();
  }

  private context(updatedProperties: readonly string[]): object {
    return this.contexts.next({
      parameters: this.parameters(),
      updatedProperties,
      disabled: this.isDisabled,
      visible: this.control.visible,
      label: this.control.label,
      width: this.width,
      height: this.height,
    });
  }

  private get isDisabled(): boolean {
    return this.form.isDisabled(this.control);
  }

  private modeKey(): string {
    const { id, title } = this.form;
    return JSON.stringify([this.isDisabled, this.control.visible, this.control.label, id, title]);
  }

  private parameters(): Readonly<Record<string, Parameter>> {
    return parametersOf(this.component.definition, this.control.definition, this.form);
  }

  /** Outputs are fetched a moment later and once for several notices, as on the platform. */
  private outputsChanged(): void {
    if (this.outputsDue) return;
    this.outputsDue = true;
    setTimeout(() => {
      this.outputsDue = false;
      this.guard(() => this.fetchOutputs());
    }, 0);
  }

  private fetchOutputs(): void {
    const outputs = this.instance?.getOutputs?.();
    if (outputs === undefined) return;
    // The documentation says that such a column cannot be edited, and nothing of an error.
    if (this.form.isDisabledBySubmitMode(this.control)) return;
    if (this.isDisabled) {
      complain(`${this.component.definition.name}: its outputs are dropped, because the user may not edit this form.`);
      return;
    }
    takeOutputs(this.component.definition, this.control.definition, this.form, outputs);
  }

  private guard(step: () => void): void {
    if (this.failure !== undefined) return;
    try {
      step();
    } catch (error) {
      this.fail(error);
    }
  }
}
