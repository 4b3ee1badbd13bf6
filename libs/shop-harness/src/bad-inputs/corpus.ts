import type { BadInput, Scene } from './bad-input';
import { checkoutInputs } from './checkout-inputs';
import { confirmationInputs } from './confirmation-inputs';
import { otherInputs } from './other-inputs';
import { verificationInputs } from './verification-inputs';
import { webhookInputs } from './webhook-inputs';

/** Every known bad input. */
export const corpusOf = (scene: Scene): BadInput[] => [
  ...confirmationInputs(scene),
  ...checkoutInputs(scene),
  ...verificationInputs(scene),
  ...webhookInputs(scene),
  ...otherInputs(),
];
