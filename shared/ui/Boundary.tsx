import * as React from "react";

/** What a {@link Boundary} keeps apart. */
export interface BoundaryProps {
  /** What the children draw: when it changes, they are tried again. */
  readonly shown: unknown;
  /** Takes a bug that the children threw while they were drawn: the first one for each thing shown. */
  readonly onBug: (bug: unknown) => void;
}

interface BoundaryState {
  readonly hasFailed: boolean;
  readonly shown: unknown;
}

/**
 * Keeps a bug in drawing one part from taking the whole control away, as React does otherwise. The bug is handed on, and the part shows what
 * was last drawn, anew: what it kept of its own, such as the focus, is lost. It is empty where nothing was drawn yet, or where that cannot be
 * drawn any more either. As soon as there is something else to show, that is tried.
 */
export class Boundary extends React.Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { hasFailed: false, shown: this.props.shown };
  /** The children that were last drawn. */
  private drawn: React.ReactNode = null;

  static getDerivedStateFromProps({ shown }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return Object.is(shown, state.shown) ? null : { hasFailed: false, shown };
  }

  static getDerivedStateFromError(): Pick<BoundaryState, "hasFailed"> {
    return { hasFailed: true };
  }

  override componentDidMount(): void {
    if (!this.state.hasFailed) this.drawn = this.props.children;
  }

  override componentDidUpdate(): void {
    this.componentDidMount();
  }

  override componentDidCatch(bug: unknown): void {
    this.props.onBug(bug);
  }

  override render(): React.ReactNode {
    return this.state.hasFailed ? <LastDrawn>{this.drawn}</LastDrawn> : this.props.children;
  }
}

/** Its children, or nothing: React asks each boundary once, so what was drawn before has one of its own. Its bug is the one that was reported. */
class LastDrawn extends React.Component<unknown, Pick<BoundaryState, "hasFailed">> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): Pick<BoundaryState, "hasFailed"> {
    return { hasFailed: true };
  }

  override render(): React.ReactNode {
    return !this.state.hasFailed && this.props.children;
  }
}
