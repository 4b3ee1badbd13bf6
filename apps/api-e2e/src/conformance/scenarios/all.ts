import { checkoutScenarios } from './checkout';
import { healthScenarios } from './health';
import { orderScenarios } from './order';
import type { Scenarios } from './scenario';
import { webhookScenarios } from './webhook';

/** The scenarios of all answers. */
export const scenarios: Scenarios = {
  ...checkoutScenarios,
  ...orderScenarios,
  ...webhookScenarios,
  ...healthScenarios,
};
