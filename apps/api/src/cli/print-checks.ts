import type { Check } from '../stripe-endpoint/doctor/check';
import { printText } from './print';
import type { Terminal } from './terminal';

const MARKS: Record<Check['status'], string> = { ok: '\u2713', failed: '\u2717', unknown: '-' };

/**
 * Writes checks as a list with ticks and crosses, a sentence on each line, or as JSON for programs.
 * @returns whether nothing has failed
 */
export function printChecks(terminal: Terminal, checks: readonly Check[], json: boolean): boolean {
  const ok = checks.every(({ status }) => status !== 'failed');
  printText(
    terminal,
    json ? JSON.stringify({ ok, checks }, null, 2) : checks.flatMap(linesOf).join('\n'),
  );
  return ok;
}

function linesOf({ name, status, words, findings }: Check): string[] {
  const column = `${MARKS[status]} ${name.padEnd(12)}`;
  if (findings.length === 0) return [`${column}${words}`];
  return findings.map((finding) => `${column}${finding.words} [${finding.code}]`);
}
