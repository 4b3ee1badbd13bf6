import type { Problem, ProblemCode } from '@shop/contract';

/** Why something cannot be shipped. The codes are the contract's. */
export class ShipmentRefusal extends Error {
  constructor(
    readonly code: Extract<
      ProblemCode,
      'ORDER_NOT_SHIPPABLE' | 'LINE_NOT_SHIPPABLE' | 'LINE_OVERSHIPPED' | 'NOTHING_TO_SHIP'
    >,
    readonly errors?: Problem['errors'],
  ) {
    super(code);
  }
}
