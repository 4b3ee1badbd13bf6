/** How an order is paid, as far as the words of an e-mail differ. */
export type PaymentWay =
  'free' | 'card' | 'debit' | 'voucher' | 'transfer' | 'microdeposits' | 'other';

/** What the messages of an e-mail say of its order. All are formatted. */
export interface MailSaid {
  orderNumber: string;
  shop: string;
  /** Null: nobody knows it, or it must not be said. */
  name: string | null;
  way: PaymentWay;
  /** What the e-mail is about: of the refund, of the dispute, or what is still to be paid. */
  amount: string;
  total: string;
  /** How much of the order a refund gives back: all, a part, or what earlier refunds had left. */
  refunded: 'all' | 'part' | 'rest';
  /** Until when a voucher can be paid. */
  deadline: string | null;
  /** When test deposits arrive. */
  arrival: string | null;
  /** Whether money has come in for it. */
  isPaid: boolean;
  /** Whether its shopper or the shop has cancelled it. */
  isCancelled: boolean;
  /** Whether a person, or Radar, decided against it. */
  isRefused: boolean;
  /** Whether everything that is sent for it is in the parcel that the e-mail is about. */
  isAllSent: boolean;
  /** Whether its subscription ends, or has ended: somebody has said so. */
  hasEnd: boolean;
  /** Whether Stripe can still charge its subscription. */
  goesOn: boolean;
}
