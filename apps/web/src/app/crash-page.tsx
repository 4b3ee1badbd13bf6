import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import button from '../ui/button.module.css';
import styles from './layout.module.css';

/** For when a page cannot be drawn: a fault in it, or a file of it that did not come. */
export function CrashPage() {
  const words = chooseWords();
  return (
    <div className={styles.plain} role="alert">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <button className={button.button} onClick={() => window.location.reload()}>
        {words.reload}
      </button>
      {/* A full load, not a route: the fault may be in the router itself. */}
      <a href="/">{words.toShop}</a>
    </div>
  );
}

function chooseWords() {
  // The file that did not come may be the catalogue.
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
