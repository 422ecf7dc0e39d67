import { Component, type ReactNode } from 'react';

type Props = { onError: () => void; children: ReactNode };

/** Draws nothing more of what throws, and tells. */
export class Guard extends Component<Props, { broken: boolean }> {
  state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  componentDidCatch() {
    this.props.onError();
  }

  render() {
    return this.state.broken ? null : this.props.children;
  }
}
