import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { shopConfig } from '../config/shop-config';
import { countryName } from '../locale/country-name';
import { InLanguage } from '../ui/in-language';
import { SupportLinks } from '../ui/support-links';
import styles from './footer.module.css';

/**
 * Who sells, how to reach them, and what the law asks for: in one place on every page, state and error (WCAG 3.2.6).
 * It also stands where no language could be loaded.
 *
 * @param props.children what follows, such as the choice of a language
 */
export function Footer({ children }: { children?: ReactNode }) {
  const messages = chooseMessages();
  const { seller, support, legal, demo, withdrawal } = shopConfig.shop;
  const links = Object.entries(messages.legal).flatMap(([name, label]) => {
    const url = legal[name as keyof typeof legal];
    return url ? [{ label, url }] : [];
  });
  return (
    <footer className={styles.footer}>
      <p className={styles.support}>
        {messages.help} <SupportLinks />
        {support.hours && (
          <>
            {' · '}
            <InLanguage text={support.hours} />
          </>
        )}
      </p>
      <ul className={styles.legal}>
        <li>
          <a href="/order/find">{messages.find}</a>
        </li>
        {withdrawal.offer !== 'off' && (
          <li>
            <a href="/order/withdraw">{messages.withdraw}</a>
          </li>
        )}
        {links.map(({ label, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer">
              {label}
            </a>
          </li>
        ))}
      </ul>
      <address className={styles.seller}>
        {[
          seller.legalName,
          ...seller.addressLines,
          countryName(seller.country, i18n.locale || 'en'),
          seller.taxId,
        ]
          .filter(Boolean)
          .join(' · ')}
      </address>
      {demo && <p className={styles.demo}>{messages.demo}</p>}
      {children}
    </footer>
  );
}

function chooseMessages() {
  if (!i18n.locale) {
    return {
      help: 'Questions?',
      find: 'Find your order',
      withdraw: 'Withdraw from contract here',
      demo: 'This is a demonstration shop. Nothing here is really for sale.',
      legal: {
        imprint: 'Imprint',
        privacy: 'Privacy',
        terms: 'Terms',
        shipping: 'Shipping',
        withdrawal: 'Right of withdrawal',
      },
    };
  }
  return {
    help: t`Questions?`,
    find: t`Find your order`,
    // The words of 2011/83/EU, Art. 11a.
    withdraw: t`Withdraw from contract here`,
    demo: t`This is a demonstration shop. Nothing here is really for sale.`,
    legal: {
      imprint: t`Imprint`,
      privacy: t`Privacy`,
      terms: t`Terms`,
      shipping: t`Shipping`,
      withdrawal: t`Right of withdrawal`,
    },
  };
}
