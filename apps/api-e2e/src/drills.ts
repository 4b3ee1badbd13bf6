import type { Drill } from './drill';
import { copies } from './drills/copies.drill';
import { embeddedCrash } from './drills/embedded-crash.drill';
import { failingStatements } from './drills/failing-statements.drill';
import { killInStorm } from './drills/kill-in-storm.drill';
import { oneFolder } from './drills/one-folder.drill';

/** Every drill there is, by the promise it tests. */
export const drills: readonly Drill[] = [
  killInStorm,
  copies,
  embeddedCrash,
  oneFolder,
  failingStatements,
];
