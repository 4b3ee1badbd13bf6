import { accessScenarios } from './access';
import { checkoutScenarios } from './checkout';
import { findOrderScenarios } from './find-order';
import { healthScenarios } from './health';
import { orderScenarios } from './order';
import { orderChangeScenarios } from './order-change';
import { pictureScenarios } from './picture';
import { portalScenarios } from './portal';
import { resendScenarios } from './resend';
import type { Scenarios } from './scenario';
import { shipmentScenarios } from './shipments';
import { staffActionScenarios } from './staff-actions';
import { staffChangeScenarios } from './staff-changes';
import { staffListScenarios } from './staff-lists';
import { staffReadScenarios } from './staff-reads';
import { webhookScenarios } from './webhook';
import { withdrawalScenarios } from './withdrawal';

/** The scenarios of all answers. */
export const scenarios: Scenarios = {
  ...checkoutScenarios,
  ...orderScenarios,
  ...accessScenarios,
  ...resendScenarios,
  ...pictureScenarios,
  ...portalScenarios,
  ...shipmentScenarios,
  ...staffReadScenarios,
  ...staffListScenarios,
  ...staffActionScenarios,
  ...staffChangeScenarios,
  ...findOrderScenarios,
  ...orderChangeScenarios,
  ...withdrawalScenarios,
  ...webhookScenarios,
  ...healthScenarios,
};
