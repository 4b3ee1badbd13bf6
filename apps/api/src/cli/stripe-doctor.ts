import { diagnose } from '../stripe-endpoint/doctor/diagnose';
import { printChecks } from './print-checks';
import { readArguments } from './read-arguments';
import { startCommand } from './start-command';
import { DOCTOR_HELP } from './stripe-help';
import type { Terminal } from './terminal';

const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

/** `npm run stripe:doctor` */
async function main(terminal: Terminal): Promise<void> {
  const { values } = readArguments(terminal, { options });
  if (values.help) return terminal.answer(DOCTOR_HELP);
  const ok = printChecks(terminal, await diagnose(), values.json ?? false);
  // A call of Stripe that is still under way does not hold the end.
  process.exit(ok ? 0 : 1);
}

startCommand(main);
