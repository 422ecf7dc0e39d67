import { Component, type ReactNode } from 'react';

type Props = { instead?: ReactNode; onError?: () => void; children: ReactNode };

/** Only a class can catch what its children throw: a chunk that does not load, a drawing that fails. */
export class Guard extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch() {
    this.props.onError?.();
  }

  override render() {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
