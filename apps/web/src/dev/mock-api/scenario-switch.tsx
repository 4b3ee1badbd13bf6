import { useState } from 'react';
import { choices, keepScenario, readScenario, type Scenario } from './scenario';
import styles from './scenario-switch.module.css';

/** In a corner of every page: chooses what the mocked API answers. The choice is kept as long as the tab. */
export function ScenarioSwitch({ onChange }: { onChange: () => void }) {
  const [scenario, setScenario] = useState(readScenario);
  const change = (part: Partial<Scenario>) => {
    const changed = { ...scenario, ...part };
    keepScenario(changed);
    setScenario(changed);
    onChange();
  };
  const choice = <Key extends keyof Scenario>(key: Key, label: string) => (
    <label className={styles.choice}>
      {label}
      <select
        value={choices[key].findIndex((value) => value === scenario[key])}
        onChange={(event) => {
          change({ [key]: choices[key][Number(event.target.value)] });
        }}
      >
        {choices[key].map((value, index) => (
          <option key={index} value={index}>
            {value ?? 'none'}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <details className={styles.switch}>
      <summary>API</summary>
      {choice('state', 'State')}
      {choice('view', 'View')}
      {choice('variant', 'Variant')}
      {choice('latencyMs', 'Latency, ms')}
      {choice('failure', 'Failure')}
      <a href="/order/success?session_id=cs_test_example">Confirmation page</a>
      <a href="/dev/states">All states</a>
    </details>
  );
}
