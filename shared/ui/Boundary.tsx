import * as React from "react";

/** What a {@link Boundary} keeps apart. */
export interface BoundaryProps {
  /** What the children draw: when it changes, they are tried again. */
  readonly shown: unknown;
  /** Takes a bug that the children threw while they were drawn. */
  readonly onBug: (bug: unknown) => void;
}

interface BoundaryState {
  readonly hasFailed: boolean;
  readonly shown: unknown;
}

/**
 * Keeps a bug in drawing one part from taking the whole control away, as React does otherwise. The part is empty until there is something else
 * to show; the bug is handed on.
 */
export class Boundary extends React.Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { hasFailed: false, shown: this.props.shown };

  static getDerivedStateFromProps({ shown }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return Object.is(shown, state.shown) ? null : { hasFailed: false, shown };
  }

  static getDerivedStateFromError(): Pick<BoundaryState, "hasFailed"> {
    return { hasFailed: true };
  }

  override componentDidCatch(bug: unknown): void {
    this.props.onBug(bug);
  }

  override render(): React.ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}
