import type { Html } from '../hosted-page/html';
import type { SessionView } from './control-client';
import { controlForm, foldedForm, type ControlForm } from './control-form';
import type { Field } from './field';
import type { Payment } from './payment';

/** A session and its payment. */
export interface Sale {
  session: SessionView;
  payment: Payment;
}

/** Something the control API can do to a session or its payment. */
interface SaleAction {
  name: string;
  button: string;
  look?: ControlForm['look'];
  isOffered: (sale: Sale) => boolean;
  /** `POST sessions/{id}/{name}` when left out. */
  path?: (sale: Sale) => string;
  /** The fields of its form; without fields it is one click. */
  fields?: (sale: Sale) => Readonly<Record<string, Field>>;
  /** The initial values of the fields. */
  values?: (sale: Sale) => Readonly<Record<string, unknown>>;
}

const isOpen = ({ session }: Sale) => session.status === 'open';
const isPaid = ({ session }: Sale) => session.payment_status === 'paid';
const isAwaited = ({ session, payment }: Sale) =>
  session.status === 'complete' &&
  session.payment_status === 'unpaid' &&
  // Null: its events are too old; ask the API.
  [null, 'processing', 'requires_action'].includes(payment.intentStatus);
const leftMinor = ({ session, payment }: Sale) =>
  (session.amount_total ?? 0) - payment.refundedMinor;
const lastRefund = ({ payment }: Sale) =>
  payment.refunds.find(({ status }) => status !== 'failed' && status !== 'canceled');
const waitingRefund = ({ payment }: Sale) =>
  payment.refunds.find(({ status }) => status === 'pending' || status === 'requires_action');
const openDispute = ({ payment }: Sale) =>
  payment.disputes.find(({ status }) => !['won', 'lost', 'warning_closed'].includes(status));
const isInquiry = (sale: Sale) => openDispute(sale)?.status.startsWith('warning_') ?? false;

/** The actions of the panel; a new action of the control API is one entry here. */
export const saleActions: readonly SaleAction[] = [
  {
    name: 'complete',
    button: 'Pay',
    look: 'strong',
    isOffered: isOpen,
    fields: ({ session }) => ({
      ...(session.payment_method_types.length > 1 && {
        method: {
          kind: 'choice',
          label: 'Payment method',
          options: session.payment_method_types.map((type) => [type, type] as const),
        },
      }),
      name: { kind: 'text', label: 'Name' },
      email: { kind: 'text', label: 'Email' },
      'card.number': {
        kind: 'text',
        label: 'Card number',
        hint: '…0002 is declined, …9995 lacks funds, 4000 0025 0000 3155 asks for 3-D Secure',
      },
      authentication: {
        kind: 'choice',
        label: '3-D Secure, if asked for',
        options: [
          ['', 'Passes'],
          ['fail', 'Fails'],
        ],
      },
    }),
    values: ({ session: { customer_details, customer_email } }) => ({
      name: 'Jenny Rosen',
      email: customer_details?.email ?? customer_email ?? 'jenny.rosen@example.com',
      'card.number': '4242 4242 4242 4242',
    }),
  },
  { name: 'expire', button: 'Expire', isOffered: isOpen },
  { name: 'settle', button: 'Settle payment', look: 'strong', isOffered: isAwaited },
  {
    name: 'transfer',
    button: 'Transfer a part',
    isOffered: (sale) => isAwaited(sale) && sale.payment.amountRemaining !== null,
    fields: ({ payment }) => ({
      amount: {
        kind: 'number',
        label: 'Amount in minor units',
        min: 1,
        ...(payment.amountRemaining !== null && { max: payment.amountRemaining }),
      },
    }),
  },
  { name: 'fail', button: 'Fail payment', look: 'danger', isOffered: isAwaited },
  {
    name: 'refund',
    button: 'Refund',
    isOffered: (sale) => isPaid(sale) && leftMinor(sale) > 0,
    fields: (sale) => ({
      amount: {
        kind: 'number',
        label: 'Amount in minor units',
        hint: 'Less than what is left is a partial refund',
        min: 1,
        max: leftMinor(sale),
      },
      reason: {
        kind: 'choice',
        label: 'Reason',
        options: [
          ['', 'none'],
          ['requested_by_customer', 'requested_by_customer'],
          ['duplicate', 'duplicate'],
          ['fraudulent', 'fraudulent'],
        ],
      },
    }),
    values: (sale) => ({ amount: leftMinor(sale) }),
  },
  {
    name: 'succeed-refund',
    button: 'Succeed pending refund',
    isOffered: (sale) => waitingRefund(sale) !== undefined,
    path: (sale) => `refunds/${waitingRefund(sale)?.id}/succeed`,
  },
  {
    name: 'cancel-refund',
    button: 'Cancel refund',
    isOffered: (sale) => waitingRefund(sale)?.status === 'requires_action',
    path: (sale) => `refunds/${waitingRefund(sale)?.id}/cancel`,
  },
  {
    name: 'fail-refund',
    button: 'Fail last refund',
    look: 'danger',
    isOffered: (sale) => lastRefund(sale) !== undefined,
    path: (sale) => `refunds/${lastRefund(sale)?.id}/fail`,
  },
  ...(
    [
      ['approve', 'Approve review'],
      ['refund', 'Refund and close review'],
      ['refund-as-fraud', 'Refund as fraud'],
    ] as const
  ).map(([name, button]): SaleAction => ({
    name: `review-${name}`,
    button,
    isOffered: ({ payment }) => payment.review?.open ?? false,
    path: ({ payment }) => `reviews/${payment.review?.id}/${name}`,
  })),
  { name: 'fraud-warning', button: 'Warn of fraud', isOffered: isPaid },
  {
    name: 'dispute',
    button: 'Dispute',
    isOffered: (sale) => isPaid(sale) && leftMinor(sale) > 0 && sale.payment.disputes.length === 0,
    fields: () => ({
      reason: {
        kind: 'choice',
        label: 'Reason',
        options: [
          ['fraudulent', 'fraudulent'],
          ['product_not_received', 'product_not_received'],
          ['duplicate', 'duplicate'],
          ['credit_not_processed', 'credit_not_processed'],
        ],
      },
      status: {
        kind: 'choice',
        label: 'It starts as',
        options: [
          ['', 'usual for the payment method'],
          ['needs_response', 'a dispute'],
          ['warning_needs_response', 'an inquiry'],
          ['lost', 'lost: a returned debit'],
        ],
      },
    }),
  },
  {
    name: 'escalate-inquiry',
    button: 'Escalate inquiry',
    isOffered: isInquiry,
    path: (sale) => `disputes/${openDispute(sale)?.id}/escalate`,
  },
  {
    name: 'submit-evidence',
    button: 'Submit evidence',
    isOffered: (sale) => openDispute(sale) !== undefined,
    path: (sale) => `disputes/${openDispute(sale)?.id}/submit-evidence`,
  },
  {
    name: 'close-dispute',
    button: 'Close dispute',
    isOffered: (sale) => openDispute(sale) !== undefined,
    path: (sale) => `disputes/${openDispute(sale)?.id}/close`,
    fields: (sale) => ({
      outcome: {
        kind: 'choice',
        label: 'Outcome',
        options: isInquiry(sale)
          ? [['warning_closed', 'closed']]
          : [
              ['won', 'won'],
              ['lost', 'lost'],
            ],
      },
    }),
  },
];

/** The forms of the actions that the state of session and payment allows. */
export function actionForms(sale: Sale): Html[] {
  const { id } = sale.session;
  return saleActions
    .filter((action) => action.isOffered(sale))
    .map((action) => {
      const form: ControlForm = {
        id: `${id}-${action.name}`,
        method: 'POST',
        path: action.path?.(sale) ?? `sessions/${id}/${action.name}`,
        button: action.button,
        about: id,
        look: action.look ?? 'quiet',
        ...(action.fields && {
          fields: action.fields(sale),
          values: action.values?.(sale) ?? {},
        }),
      };
      return action.fields ? foldedForm(form, `${action.button}…`) : controlForm(form);
    });
}
