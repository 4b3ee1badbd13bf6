import { Injectable } from '@nestjs/common';
import { formatMoney } from '@shop/money';
import type { StaffActionAnswer, TypedAddress } from '@shop/contract';
import { CancellationService } from '../../order/change/cancellation.service';
import { DeliveryAddressService } from '../../order/change/delivery-address.service';
import { RefundService } from '../../order/change/refund.service';
import type { RefundWish } from '../../order/change/asked-refund';
import { AddressService } from '../../order/confirmation/address.service';
import { ActOnOrder } from './act-on-order.service';
import type { Why } from './act-on-order.service';
import { impossible } from './as-refusal';

/** By what becomes of the payment. */
const CANCELLED = {
  refunded:
    'It is cancelled, and nothing is sent for it. Stripe is asked for its refund; the page says when it is made.',
  nothing_paid: 'It is cancelled: nothing is sent for it, and there was nothing to pay.',
  cancelled: 'It is cancelled: its payment was not made, and nothing is sent for it.',
  open: 'It is cancelled, and nothing is sent for it. Stripe has not cancelled its payment: if money comes all the same, the order waits for a decision of yours.',
};

/** What is said of an amount by the status of its refund; of any other: it is on its way back. */
const REFUNDED: Partial<Record<string, string>> = {
  succeeded: 'are refunded',
  requires_action: 'go back once the shopper has told Stripe where to',
  failed: 'are not refunded',
  canceled: 'are not refunded',
};

/** Of an order of a restored database: see HeldTellingService. */
const HELD = 'What the order would tell waits for your word.';

const EMAIL_CORRECTED = {
  sent: 'The address is corrected, and the confirmation is sent there.',
  held: `The address is corrected. ${HELD}`,
  none: 'The address is corrected.',
};

/** What staff change of an order, in the console and on the command line. */
@Injectable()
export class StaffChanges {
  constructor(
    private readonly act: ActOnOrder,
    private readonly cancellations: CancellationService,
    private readonly refunds: RefundService,
    private readonly deliveryAddresses: DeliveryAddressService,
    private readonly addresses: AddressService,
  ) {}

  /** Cancels it before anything is sent, paid or not yet. @throws ProblemError ORDER_NOT_FOUND; ACTION_NOT_POSSIBLE */
  cancel(number: string, why: Why): Promise<StaffActionAnswer> {
    return this.act.on(
      number,
      why,
      async ({ id }) => CANCELLED[await this.cancellations.cancelForStaff(id, why.reason)],
    );
  }

  /**
   * Gives money back.
   * @throws ProblemError ORDER_NOT_FOUND; ACTION_NOT_POSSIBLE; IDEMPOTENCY_KEY_REUSED; STRIPE_UNAVAILABLE
   */
  refund(number: string, wish: RefundWish, why: Why): Promise<StaffActionAnswer> {
    return this.act.on(number, why, async ({ id }) => {
      const { amount, currency, status } = await this.refunds.refund(id, wish);
      const what = REFUNDED[status ?? ''] ?? 'are on their way back';
      return `${formatMoney(amount, currency, 'en')} ${what}. Stripe says: ${status ?? 'nothing yet'}.`;
    });
  }

  /** Corrects where it goes. @throws ProblemError ORDER_NOT_FOUND; ACTION_NOT_POSSIBLE; INVALID_REQUEST */
  setAddress(number: string, address: TypedAddress, why: Why): Promise<StaffActionAnswer> {
    return this.act.on(number, why, async ({ id, tellingHeldAt }) => {
      if (!(await this.deliveryAddresses.correctForStaff(id, address, why.reason)))
        return 'It goes there already: nothing is changed, and nobody is told.';
      const told = tellingHeldAt ? HELD : 'The shopper and the warehouse are told.';
      return `It goes to the corrected address. ${told}`;
    });
  }

  /** Corrects the e-mail address. @throws ProblemError ORDER_NOT_FOUND; ACTION_NOT_POSSIBLE */
  setEmail(number: string, email: string, why: Why): Promise<StaffActionAnswer> {
    return this.act.on(number, why, async ({ id, erasedAt }) => {
      if (erasedAt) throw impossible('its personal data was erased');
      return EMAIL_CORRECTED[await this.addresses.correctForStaff(id, email, why.reason)];
    });
  }
}
