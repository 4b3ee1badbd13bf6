import { ConfigError } from '../config/config';
import type { Config } from '../config/config';
import { createStripe } from '../stripe/create-stripe';
import { StripeClock } from '../stripe/stripe-clock';
import { passed } from '../stripe-endpoint/doctor/check';
import type { Check } from '../stripe-endpoint/doctor/check';
import { examineInTime, readConfig } from '../stripe-endpoint/doctor/diagnose';
import { Tracing } from '../tracing/tracing';
import { checkDatabase } from './check-database';
import { checkMail } from './check-mail';
import type { MailTest } from './check-mail';
import { checkSettings } from './check-settings';
import { judgeFaults } from './judge-faults';

/**
 * Holds everything that a shop needs against each other: the environment, the shop file, Stripe, mail and database. Takes at
 * most 15 seconds. At Stripe it opens one Checkout Session and expires it; it sends one e-mail.
 * @param env another environment than the process's own, in tests
 */
export async function checkShop(mail: MailTest, env?: NodeJS.ProcessEnv): Promise<Check[]> {
  const config = readConfig(env);
  if (config instanceof ConfigError) return judgeFaults(config.faults);
  const [atStripe, mailCheck, database] = await Promise.all([
    checkStripe(config),
    checkMail(config, mail),
    checkDatabase(config),
  ]);
  return [
    passed('environment', 'The API starts with this environment.'),
    passed('shop file', `The shop file has no fault: it is the shop of ${config.shop.name}.`),
    ...atStripe,
    mailCheck,
    database,
  ];
}

/** The settings come first: the event of the session that they open shows whether Stripe's events arrive. */
async function checkStripe(config: Config): Promise<Check[]> {
  const clock = new StripeClock();
  const stripe = createStripe(config, clock, new Tracing());
  const settings = await checkSettings(config, stripe);
  return [...(await examineInTime(config, stripe, clock)), ...settings];
}
