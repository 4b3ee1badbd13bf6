import type { Drill } from './drill';
import { afterPaymentRaces } from './drills/after-payment-races.drill';
import { alikeAnswers } from './drills/alike-answers.drill';
import { arrivalOrder } from './drills/arrival-order.drill';
import { badInputs } from './drills/bad-inputs.drill';
import { boundedQueue } from './drills/bounded-queue.drill';
import { boundedRows } from './drills/bounded-rows.drill';
import { cluster } from './drills/cluster.drill';
import { copies } from './drills/copies.drill';
import { cutStatements } from './drills/cut-statements.drill';
import { databaseRestart } from './drills/database-restart.drill';
import { embeddedCrash } from './drills/embedded-crash.drill';
import { failingStatements } from './drills/failing-statements.drill';
import { forgedWebhooks } from './drills/forged-webhooks.drill';
import { halfOpenDatabase } from './drills/half-open-database.drill';
import { hostileTextDrill } from './drills/hostile-text.drill';
import { killInStorm } from './drills/kill-in-storm.drill';
import { lostBehindPooler, lostPrimary } from './drills/lost-primary.drill';
import { missedEvents } from './drills/missed-events.drill';
import { oneFolder } from './drills/one-folder.drill';
import { permanentRefusals } from './drills/permanent-refusals.drill';
import { plannedRestart } from './drills/planned-restart.drill';
import { lastItem } from './drills/last-item.drill';
import { logRedaction } from './drills/log-redaction.drill';
import { race } from './drills/race.drill';
import { replicas } from './drills/replicas.drill';
import { restoredBackup } from './drills/restored-backup.drill';
import { secretRotation } from './drills/secret-rotation.drill';
import { slowStripe } from './drills/slow-stripe.drill';
import { speed } from './drills/speed.drill';
import { stripeQuota } from './drills/stripe-quota.drill';
import { unheardEvents } from './drills/unheard-events.drill';
import { toldTrue } from './drills/told-true.drill';
import { twoDeployments } from './drills/two-deployments.drill';
import { twoVersions } from './drills/two-versions.drill';
import { wrongPayment } from './drills/wrong-payment.drill';

/** All drills, in the order of the promises. */
export const drills: readonly Drill[] = [
  killInStorm,
  copies,
  race,
  afterPaymentRaces,
  arrivalOrder,
  databaseRestart,
  halfOpenDatabase,
  embeddedCrash,
  oneFolder,
  slowStripe,
  stripeQuota,
  plannedRestart,
  forgedWebhooks,
  secretRotation,
  missedEvents,
  wrongPayment,
  lastItem,
  failingStatements,
  cutStatements,
  logRedaction,
  alikeAnswers,
  badInputs,
  hostileTextDrill,
  speed,
  replicas,
  cluster,
  unheardEvents,
  twoDeployments,
  toldTrue,
  boundedQueue,
  boundedRows,
  permanentRefusals,
  lostPrimary,
  lostBehindPooler,
  twoVersions,
  restoredBackup,
];
