import { holdLines } from './cart';
import { readCart, updateCart } from './cart-store';

/** The key of the current attempt. It is made at the first try and kept until the cart changes. */
export function attemptKey(): string {
  updateCart((cart) =>
    cart.attempt ? cart : { ...cart, attempt: { idempotencyKey: randomUuid(), orderNumber: null } },
  );
  return readCart().attempt?.idempotencyKey ?? randomUuid();
}

/** Ends the attempt, so that the next try is a new checkout. */
export function endAttempt(): void {
  updateCart((cart) => (cart.attempt ? { ...cart, attempt: null } : cart));
}

/** Remembers which order the attempt became. Returns false when the cart has changed since: the order is not its own. */
export function keepOrderNumber(idempotencyKey: string, orderNumber: string): boolean {
  if (readCart().attempt?.idempotencyKey !== idempotencyKey) return false;
  updateCart((cart) => holdLines(cart, { idempotencyKey, orderNumber }));
  return true;
}

// crypto.randomUUID exists on https and localhost only, not in a shop that is opened over the local network.
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
