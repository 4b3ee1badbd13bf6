import { Component, type ReactNode } from 'react';
import { CrashPage } from './crash-page';

/** Never a blank page: a fault while drawing (or a script that did not load) gets words and a way on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <CrashPage /> : this.props.children;
  }
}
