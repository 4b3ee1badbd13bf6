/**
 * Which deployment of the shop this is. A Stripe account may be shared by several, such as staging and a developer's
 * machine: each hears of the payments of all.
 */
export class Deployment {
  constructor(readonly id: string) {}

  /** @param named by an order, a session or an event; what names none is old, and counts as this deployment's */
  isOther(named: string | null | undefined): named is string {
    return named !== null && named !== undefined && named !== this.id;
  }
}
