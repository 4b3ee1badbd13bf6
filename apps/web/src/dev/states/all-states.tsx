import { i18n } from '@lingui/core';
import { confirmationStates } from '@shop/contract';
import { useState } from 'react';
import { languages } from '../../locale/languages';
import styles from './all-states.module.css';

const VIEWS = ['full', 'masked'] as const;
const WIDTHS = [360, 768, 1280] as const;

/** All states in both views. Each is in an iframe of its own, so that it has the chosen width. */
export function AllStates() {
  const [width, setWidth] = useState<number>(WIDTHS[0]);
  return (
    <main className={styles.page}>
      <h1>States of the confirmation page</h1>
      <nav className={styles.choices} aria-label="Language">
        {Object.entries(languages).map(([language, name]) => (
          <a
            key={language}
            lang={language}
            href={`?lang=${language}`}
            aria-current={language === i18n.locale ? 'page' : undefined}
          >
            {name}
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
      {confirmationStates.map((state) => (
        <section key={state} aria-labelledby={state}>
          <h2 id={state}>{state}</h2>
          <div className={styles.views}>
            {VIEWS.map((view) => {
              const address = `/dev/states/${state}/${view}?lang=${i18n.locale}`;
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
