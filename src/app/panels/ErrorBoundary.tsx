import { Component, type ErrorInfo, type ReactNode } from "react";

interface Props {
  /** What the user calls it: "map", "panel". */
  readonly part: string;
  readonly children: ReactNode;
}

/** Keeps a fault in one part from taking down the rest; give it a `key` by what it shows, and it starts anew. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="notice" role="alert">
        <p>The {this.props.part} has failed. The rest of the page still works.</p>
        <button type="button" className="button" onClick={() => this.setState({ failed: false })}>
          Try again
        </button>
      </div>
    );
  }
}
