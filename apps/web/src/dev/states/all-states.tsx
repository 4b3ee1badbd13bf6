import { i18n } from '@lingui/core';
import { confirmationStates } from '@shop/contract';
import { useState } from 'react';
import { languages } from '../../locale/languages';
import { hasVariant, variantNames, type VariantName } from '../mock-api/variants';
import styles from './all-states.module.css';

const VIEWS = ['full', 'masked'] as const;
const WIDTHS = [360, 768, 1280] as const;

/** All states in both views, or those that can have a variant, in that variant. Each is in an iframe of its own, so that it has the chosen width. */
export function AllStates({ variant }: { variant: VariantName | null }) {
  const states = confirmationStates.filter((state) => !variant || hasVariant(state, variant));
  const [width, setWidth] = useState<number>(WIDTHS[0]);
  return (
    <main className={styles.page}>
      <h1>States of the confirmation page</h1>
      <nav className={styles.choices} aria-label="Language">
        {Object.entries(languages).map(([language, name]) => (
          <a
            key={language}
            lang={language}
            href={addressOf('', language, variant)}
            aria-current={language === i18n.locale ? 'page' : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
      <nav className={styles.choices} aria-label="Variant">
        {[null, ...variantNames].map((name) => (
          <a
            key={name}
            href={addressOf('', i18n.locale, name)}
            aria-current={name === variant ? 'page' : undefined}
          >
            {name ?? 'as in the contract'}
          </a>
        ))}
      </nav>
      <div className={styles.choices} role="group" aria-label="Width">
        {WIDTHS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === width}
            onClick={() => setWidth(each)}
          >
            {each} px
          </button>
        ))}
      </div>
      {states.map((state) => (
        <section key={state} aria-labelledby={state}>
          <h2 id={state}>{state}</h2>
          <div className={styles.views}>
            {VIEWS.map((view) => {
              const address = addressOf(`/dev/states/${state}/${view}`, i18n.locale, variant);
              return (
                <figure key={view}>
                  <figcaption>
                    <a href={address}>
                      {state}, {view}
                    </a>
                  </figcaption>
                  <iframe
                    title={`${state}, ${view}`}
                    src={address}
                    width={width}
                    height={820}
                    loading="lazy"
                  />
                </figure>
              );
            })}
          </div>
        </section>
      ))}
    </main>
  );
}

function addressOf(path: string, language: string, variant: VariantName | null): string {
  return `${path}?${new URLSearchParams({ lang: language, ...(variant && { variant }) })}`;
}
