import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

export const HELP = `
npm run simulate                  lives of orders, made from one seed: 100,000 of decisions
  --tier a                        the decisions alone, thousands of histories a second
  --tier b                        the services on a database, with Stripe, a warehouse and stops: 500 histories
  --histories <n>                 how many
  --seed <n>                      the same seed gives the same histories, and the same trace
  --history <n>                   only this one: it is told in words, and shrunk if it breaks a promise
  --threads <n>                   how many at a time; as many as there are processors
  --coverage                      print how often each event happened in each state
  --planted                       plant known bugs, one at a time: each has to be found within a minute and shrunk
  --bug <name>                    with one of those bugs

A run fails when a promise is broken, or when an event never happened in a state in which it can, or a
fault never met an event that it can meet. What is simulated, and
what is not: docs/simulation.md.
`;

export interface Options {
  tier: 'a' | 'b';
  histories: number | undefined;
  seed: number;
  history: number | undefined;
  threads: number;
  coverage: boolean;
  planted: boolean;
  bug: string | undefined;
  help: boolean;
}

/** @throws for an option that does not exist or is no number */
export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      tier: { type: 'string', default: 'a' },
      histories: { type: 'string' },
      seed: { type: 'string', default: '1' },
      history: { type: 'string' },
      threads: { type: 'string' },
      coverage: { type: 'boolean', default: false },
      planted: { type: 'boolean', default: false },
      bug: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { tier } = values;
  if (tier !== 'a' && tier !== 'b') throw new Error('There are the tiers a and b.');
  return {
    tier,
    coverage: values.coverage,
    planted: values.planted,
    help: values.help,
    bug: values.bug,
    histories: wholeNumber('--histories', values.histories),
    seed: wholeNumber('--seed', values.seed) ?? 1,
    threads: wholeNumber('--threads', values.threads) || availableParallelism(),
    history: wholeNumber('--history', values.history),
  };
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} is a whole number of at most nine digits.`);
  return Number(text);
}
