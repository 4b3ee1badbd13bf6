import { Component, type ReactNode } from 'react';
import button from '../ui/button.module.css';
import styles from './layout.module.css';
import { messages } from './messages';

/** Never a blank page: a fault while drawing (or a script that did not load) gets words and a way on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className={styles.plain} role="alert">
        <h1>{messages.crashTitle}</h1>
        <p>{messages.crashLead}</p>
        <button className={button.button} onClick={() => window.location.reload()}>
          {messages.reload}
        </button>
        {/* A full load, not a route: the fault may be in the router itself. */}
        <a href="/">{messages.toShop}</a>
      </div>
    );
  }
}
