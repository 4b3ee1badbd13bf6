import { diagnose } from '../stripe-endpoint/doctor/diagnose';
import { endWith } from './end-with';
import { printChecks } from './print-checks';
import { readArguments } from './read-arguments';
import { DOCTOR_HELP } from './stripe-help';

const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

/** `npm run stripe:doctor` */
async function main(): Promise<void> {
  const { values } = readArguments({ options });
  if (values.help) return console.log(DOCTOR_HELP);
  const ok = printChecks(await diagnose(), values.json ?? false);
  // A call of Stripe that is still under way does not hold the end.
  process.exit(ok ? 0 : 1);
}

main().catch(endWith);
