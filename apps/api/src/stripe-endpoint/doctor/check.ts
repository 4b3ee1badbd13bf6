import type { StripeFinding } from '../../database/schema/stripe-endpoint-tables';

/** What `npm run stripe:doctor` looks at. */
type DoctorCheck =
  'environment' | 'key' | 'permissions' | 'clock' | 'endpoint' | 'address' | 'deliveries';

/** What `npm run shop:check` looks at besides. */
type ShopCheck =
  'shop file' | 'products' | 'shipping' | 'tax' | 'checkout' | 'mail' | 'database' | 'the rest';

export type CheckName = DoctorCheck | ShopCheck;

/** One thing that was looked at. */
export interface Check {
  name: CheckName;
  /** `unknown`: it could not be looked at, which the words explain; another check says what is wrong. */
  status: 'ok' | 'failed' | 'unknown';
  /** What is right, or why it is not known. Empty where there are findings. */
  words: string;
  findings: StripeFinding[];
}

export const passed = (name: CheckName, words: string): Check => {
  return { name, status: 'ok', words, findings: [] };
};

export const unknown = (name: CheckName, words: string): Check => {
  return { name, status: 'unknown', words, findings: [] };
};

/** @param words what is right when there are no findings */
export const judged = (
  name: CheckName,
  findings: readonly StripeFinding[],
  words: string,
): Check => {
  if (findings.length === 0) return passed(name, words);
  const plain = findings.map(({ code, words: what }) => ({ code, words: what }));
  return { name, status: 'failed', words: '', findings: plain };
};
