import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import button from '../ui/button.module.css';
import styles from './layout.module.css';

/** Shown when a page cannot be rendered: an error in it, or one of its files did not load. */
export function CrashPage() {
  const messages = chooseMessages();
  return (
    <div className={styles.plain} role="alert">
      <h1>{messages.title}</h1>
      <p>{messages.lead}</p>
      <button className={button.button} onClick={() => window.location.reload()}>
        {messages.reload}
      </button>
      {/* A full page load, not a route: the error may be in the router itself. */}
      <a href="/">{messages.toShop}</a>
    </div>
  );
}

function chooseMessages() {
  // The file that did not load may be the message catalogue.
  if (!i18n.locale) {
    return {
      title: 'Something went wrong on this page',
      lead: 'Your cart is kept, and an order you have paid for is safe: its confirmation comes by e-mail.',
      reload: 'Load the page again',
      toShop: 'To the shop',
    };
  }
  return {
    title: t`Something went wrong on this page`,
    lead: t`Your cart is kept, and an order you have paid for is safe: its confirmation comes by e-mail.`,
    reload: t`Load the page again`,
    toShop: t`To the shop`,
  };
}
