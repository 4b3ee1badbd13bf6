import { emailSchema } from '@shop/shop-file';
import type { MailTest } from '../shop-check/check-mail';
import { checkShop } from '../shop-check/check-shop';
import { UsageError } from './command-error';
import { printChecks } from './print-checks';
import { readArguments } from './read-arguments';
import { startCommand } from './start-command';
import { SHOP_CHECK_HELP } from './stripe-help';
import type { Terminal } from './terminal';

const options = {
  to: { type: 'string' },
  'no-mail': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `npm run shop:check` */
async function main(terminal: Terminal): Promise<void> {
  const { values } = readArguments(terminal, { options });
  if (values.help) return terminal.answer(SHOP_CHECK_HELP);
  const ok = printChecks(terminal, await checkShop(mailTestOf(values)), values.json);
  // A call that is still under way does not hold the end.
  process.exit(ok ? 0 : 1);
}

function mailTestOf({ to, 'no-mail': isLeftOut }: { to?: string; 'no-mail': boolean }): MailTest {
  if (isLeftOut && to !== undefined)
    throw new UsageError('--no-mail sends nothing, also not --to.');
  if (isLeftOut) return 'nobody';
  if (to === undefined) return 'staff';
  if (!emailSchema.safeParse(to).success) throw new UsageError('--to is an e-mail address.');
  return { to };
}

startCommand(main);
