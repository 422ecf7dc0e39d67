import { Component, type ReactNode } from 'react';

type Props = { notLoaded: string; children: ReactNode };

/** Only a class can catch what its children throw: a chunk that does not load, a drawing that fails. */
export class LoadGuard extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { notLoaded, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <p className="notice" role="alert">
        {notLoaded}
      </p>
    );
  }
}
