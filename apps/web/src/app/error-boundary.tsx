import { Component, type ReactNode } from 'react';
import { CrashPage } from './crash-page';
import { Footer } from './footer';
import styles from './layout.module.css';

/** Shows the crash page, never a blank one, when rendering fails or a script does not load. */
export class ErrorBoundary extends Component<
  { children: ReactNode; instead?: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? (this.props.instead ?? <CrashPage />) : this.props.children;
  }
}

/** The crash page where there is no layout around it. */
export function CrashedShop() {
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        <CrashPage />
      </main>
      <Footer />
    </div>
  );
}
