import {
  emptyCart,
  isQuantity,
  MAX_LINES,
  type Cart,
  type CartLine,
  type CheckoutAttempt,
} from './cart';

/** What the API takes. Zod is no part of the shop, so it stands here too. */
const PRICE_ID = /^[A-Za-z0-9][\w.-]{0,254}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads a stored cart. The storage belongs to the shopper and can hold anything: an older version, an edit, half a
 * write. Whatever is no valid line is left out, and the rest of the cart is kept.
 */
export function parseCart(text: string | null): Cart {
  const stored = parseJson(text);
  if (!isRecord(stored) || !Array.isArray(stored['lines'])) return emptyCart;
  const lines = parseLines(stored['lines']);
  const whole = lines.length === stored['lines'].length;
  return {
    lines,
    attempt: whole ? parseAttempt(stored['attempt']) : null,
  };
}

function parseLines(values: readonly unknown[]): CartLine[] {
  const lines = new Map<string, CartLine>();
  for (const value of values) {
    const line = parseLine(value);
    if (line && !lines.has(line.priceId) && lines.size < MAX_LINES) lines.set(line.priceId, line);
  }
  return [...lines.values()];
}

function parseLine(value: unknown): CartLine | null {
  if (!isRecord(value)) return null;
  const { priceId, quantity, name, imageUrl, productId, held } = value;
  if (typeof priceId !== 'string' || !PRICE_ID.test(priceId)) return null;
  if (!isQuantity(quantity) || typeof name !== 'string') return null;
  return {
    priceId,
    quantity,
    name,
    imageUrl: typeof imageUrl === 'string' ? imageUrl : null,
    ...(typeof productId === 'string' && { productId }),
    ...(held === true && { held }),
  };
}

function parseAttempt(value: unknown): CheckoutAttempt | null {
  if (!isRecord(value)) return null;
  const { idempotencyKey, orderNumber } = value;
  if (typeof idempotencyKey !== 'string' || !UUID.test(idempotencyKey)) return null;
  return { idempotencyKey, orderNumber: typeof orderNumber === 'string' ? orderNumber : null };
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
