import { checkoutProvocations } from './checkout';
import { healthProvocations } from './health';
import { orderProvocations } from './order';
import type { Provocations } from './provocation';
import { webhookProvocations } from './webhook';

/** Every answer that the API can be brought to give. */
export const provocations: Provocations = {
  ...checkoutProvocations,
  ...orderProvocations,
  ...webhookProvocations,
  ...healthProvocations,
};
