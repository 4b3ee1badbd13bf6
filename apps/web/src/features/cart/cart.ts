/** Most of one article; the API refuses more. */
export const MAX_QUANTITY = 99;
/** Most different articles; the API refuses more. */
export const MAX_LINES = 50;

/** An article in the cart. Name and picture are what was shown when it was added; prices are always asked for anew. */
export type CartLine = {
  priceId: string;
  quantity: number;
  name: string;
  imageUrl: string | null;
  /** Whether a checkout of this browser may hold it: then what counts as sold out may be waiting for this shopper. */
  held?: boolean;
};

/** One attempt to pay for this cart. The key makes a repeated request the same checkout. */
export type CheckoutAttempt = {
  idempotencyKey: string;
  /** The number of the order, once the API has answered. */
  orderNumber: string | null;
};

/** The lines of the cart that was placed last. They can be ordered again if the payment fails. */
export type PlacedCart = { orderNumber: string; lines: readonly CartLine[] };

export type Cart = {
  lines: readonly CartLine[];
  attempt: CheckoutAttempt | null;
  placed: PlacedCart | null;
};

export const emptyCart: Cart = { lines: [], attempt: null, placed: null };

/** Every change of the lines ends the attempt, so that a changed cart never gets the old checkout. */
const changed = (cart: Cart, lines: readonly CartLine[]): Cart => ({
  ...cart,
  lines,
  attempt: null,
});

/** Adds one of the article. A full cart or a full line stays as it is. */
export function addArticle(cart: Cart, article: Omit<CartLine, 'quantity'>): Cart {
  const line = findLine(cart, article.priceId);
  if (line) return setQuantity(cart, line.priceId, line.quantity + 1);
  if (cart.lines.length >= MAX_LINES) return cart;
  const { priceId, name, imageUrl } = article;
  return changed(cart, [...cart.lines, { priceId, name, imageUrl, quantity: 1 }]);
}

/** Sets the quantity of an article. A quantity outside 1 to 99 changes nothing. */
export function setQuantity(cart: Cart, priceId: string, quantity: number): Cart {
  const line = findLine(cart, priceId);
  if (!line || !isQuantity(quantity) || line.quantity === quantity) return cart;
  return changed(
    cart,
    cart.lines.map((each) => (each === line ? { ...line, quantity } : each)),
  );
}

export function removeLine(cart: Cart, priceId: string): Cart {
  const lines = cart.lines.filter((line) => line.priceId !== priceId);
  return lines.length === cart.lines.length ? cart : changed(cart, lines);
}

/** Puts a removed line back where it was. */
export function restoreLine(cart: Cart, line: CartLine, index: number): Cart {
  if (findLine(cart, line.priceId) || cart.lines.length >= MAX_LINES) return cart;
  return changed(cart, cart.lines.toSpliced(index, 0, line));
}

/** Remembers the attempt that became a checkout, and that its lines have reserved stock, even if the cart changes. */
export function holdLines(cart: Cart, attempt: CheckoutAttempt): Cart {
  return { ...cart, lines: cart.lines.map((line) => ({ ...line, held: true })), attempt };
}

/** For lines that the shop has refused although a checkout may have reserved them: from now on, the list of products decides. */
export function releaseLines(cart: Cart, priceIds: readonly string[]): Cart {
  const lines = cart.lines.map((line) =>
    line.held && priceIds.includes(line.priceId) ? released(line) : line,
  );
  return { ...cart, lines };
}

function released({ held: _held, ...line }: CartLine): CartLine {
  return line;
}

/** Empties the cart if it became this order, and remembers its lines. A newer cart stays as it is. */
export function emptyIfPlaced(cart: Cart, orderNumber: string): Cart {
  if (cart.attempt?.orderNumber !== orderNumber) return cart;
  return { ...emptyCart, placed: { orderNumber, lines: cart.lines } };
}

/** Puts the lines of a placed order back, behind those that were added since. Their stock is no longer reserved. */
export function orderAgain(cart: Cart, orderNumber: string): Cart {
  if (cart.placed?.orderNumber !== orderNumber) return cart;
  const lines = cart.placed.lines.filter(({ priceId }) => !findLine(cart, priceId)).map(released);
  return { ...emptyCart, lines: [...cart.lines, ...lines].slice(0, MAX_LINES) };
}

export function findLine(cart: Cart, priceId: string): CartLine | undefined {
  return cart.lines.find((line) => line.priceId === priceId);
}

export function countArticles(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

export function isQuantity(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_QUANTITY;
}
