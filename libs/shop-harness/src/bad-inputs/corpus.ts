import { accessInputs } from './access-inputs';
import type { BadInput, Scene } from './bad-input';
import { checkoutInputs } from './checkout-inputs';
import { confirmationInputs } from './confirmation-inputs';
import { findOrderInputs } from './find-order-inputs';
import { otherInputs } from './other-inputs';
import { portalInputs } from './portal-inputs';
import { resendInputs } from './resend-inputs';
import { verificationInputs } from './verification-inputs';
import { webhookInputs } from './webhook-inputs';
import { orderChangeInputs } from './order-change-inputs';
import { withdrawalInputs } from './withdrawal-inputs';

/** Every known bad input. */
export const corpusOf = (scene: Scene): BadInput[] => [
  ...confirmationInputs(scene),
  ...checkoutInputs(scene),
  ...verificationInputs(scene),
  ...accessInputs(scene),
  ...resendInputs(scene),
  ...portalInputs(scene),
  ...findOrderInputs(),
  ...withdrawalInputs(),
  ...orderChangeInputs(),
  ...webhookInputs(scene),
  ...otherInputs(),
];
