import { MAIL_STEPS } from '../../../api/src/order/fulfilment/mail/mail-steps';
import { MERCHANT_STEPS } from '../../../api/src/order/fulfilment/merchant/merchant-steps.service';
import type { FulfilmentStep } from '../../../api/src/order/fulfilment/fulfilment-step';

const send = () => Promise.resolve();

/** The product's own tables of what is told to shopper and merchant. Nothing is sent: the world records it. */
export const STEPS: readonly FulfilmentStep[] = [
  ...MAIL_STEPS.map((step): FulfilmentStep => ({ ...step, channel: 'mail', enabled: true, send })),
  ...MERCHANT_STEPS.map((step): FulfilmentStep => ({
    ...step,
    channel: 'merchant',
    enabled: true,
    send,
  })),
];

export const stepNamed = (name: string): FulfilmentStep | undefined =>
  STEPS.find((step) => step.name === name);
