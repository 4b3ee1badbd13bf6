import { checkoutScenarios } from './checkout';
import { healthScenarios } from './health';
import { orderScenarios } from './order';
import type { Scenarios } from './scenario';
import { webhookScenarios } from './webhook';

/** Every answer that the API can be brought to give. */
export const scenarios: Scenarios = {
  ...checkoutScenarios,
  ...orderScenarios,
  ...webhookScenarios,
  ...healthScenarios,
};
