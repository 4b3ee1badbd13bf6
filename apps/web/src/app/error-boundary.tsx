import { Component, type ReactNode } from 'react';
import { CrashPage } from './crash-page';

/** Shows the crash page, never a blank one, when rendering fails or a script does not load. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <CrashPage /> : this.props.children;
  }
}
