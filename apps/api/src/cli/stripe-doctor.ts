import { parseArgs } from 'node:util';
import type { Check } from '../stripe-endpoint/doctor/check';
import { diagnose } from '../stripe-endpoint/doctor/diagnose';
import { UsageError } from './command-error';
import { endWith } from './end-with';
import { DOCTOR_HELP } from './stripe-help';

const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

const MARKS: Record<Check['status'], string> = { ok: '\u2713', failed: '\u2717', unknown: '-' };

/** `npm run stripe:doctor` */
async function main(): Promise<void> {
  const values = readArguments();
  if (values.help) return console.log(DOCTOR_HELP);
  const checks = await diagnose();
  const ok = checks.every(({ status }) => status !== 'failed');
  console.log(
    values.json ? JSON.stringify({ ok, checks }, null, 2) : checks.flatMap(linesOf).join('\n'),
  );
  // A call of Stripe that is still under way does not hold the end.
  process.exit(ok ? 0 : 1);
}

function linesOf({ name, status, words, findings }: Check): string[] {
  const column = `${MARKS[status]} ${name.padEnd(12)}`;
  if (findings.length === 0) return [`${column}${words}`];
  return findings.map((finding) => `${column}${finding.words} [${finding.code}]`);
}

function readArguments() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

main().catch(endWith);
