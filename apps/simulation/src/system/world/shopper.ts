/** A browser and what it has ordered. */
export interface Shopper {
  /** Of its checkout: the same when it asks again. */
  key: string;
  priceId: string;
  quantity: number;
  token: string;
  address: string;
  /** Whether it got an answer, and with it its cookie. */
  wasHeard: boolean;
  sessionId: string | undefined;
  orderNumber: string | undefined;
}
