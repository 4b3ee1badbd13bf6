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
  /** Not known where an order or an older version of the shop has put it there. */
  productId?: string;
  /** Whether a checkout of this browser may hold it: then what counts as sold out may be waiting for this shopper. */
  held?: boolean;
};

/** One attempt to pay for this cart. The key makes a repeated request the same checkout. */
export type CheckoutAttempt = {
  idempotencyKey: string;
  /** The number of the order, once the API has answered. */
  orderNumber: string | null;
};

export type Cart = {
  lines: readonly CartLine[];
  attempt: CheckoutAttempt | null;
};

export const emptyCart: Cart = { lines: [], attempt: null };

/** Every change of the lines ends the attempt, so that a changed cart never gets the old checkout. */
const changed = (lines: readonly CartLine[]): Cart => ({ lines, attempt: null });

/** Adds one of the article. A full cart or a full line stays as it is. */
export function addArticle(cart: Cart, article: Omit<CartLine, 'quantity'>): Cart {
  const line = findLine(cart, article.priceId);
  if (line) return setQuantity(cart, line.priceId, line.quantity + 1);
  if (cart.lines.length >= MAX_LINES) return cart;
  return changed([...cart.lines, { ...article, quantity: 1 }]);
}

/** Sets the quantity of an article. A quantity outside 1 to 99 changes nothing. */
export function setQuantity(cart: Cart, priceId: string, quantity: number): Cart {
  const line = findLine(cart, priceId);
  if (!line || !isQuantity(quantity) || line.quantity === quantity) return cart;
  return changed(cart.lines.map((each) => (each === line ? { ...line, quantity } : each)));
}

export function removeLine(cart: Cart, priceId: string): Cart {
  const lines = cart.lines.filter((line) => line.priceId !== priceId);
  return lines.length === cart.lines.length ? cart : changed(lines);
}

/** Puts a removed line back where it was. */
export function restoreLine(cart: Cart, line: CartLine, index: number): Cart {
  if (findLine(cart, line.priceId) || cart.lines.length >= MAX_LINES) return cart;
  return changed(cart.lines.toSpliced(index, 0, line));
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

/** Empties the cart if it became this order. A newer cart stays as it is. */
export function emptyIfPlaced(cart: Cart, orderNumber: string): Cart {
  return cart.attempt?.orderNumber === orderNumber ? emptyCart : cart;
}

/**
 * Puts the articles of an order into the cart, behind what is in it. Of an article that is in both, the cart gets the
 * larger quantity. What is sold out or no longer for sale comes too: the cart says so by its name.
 */
export function orderAgain(cart: Cart, ordered: readonly CartLine[]): Cart {
  const wanted = new Map(ordered.map((line) => [line.priceId, line]));
  const most = (line: CartLine): CartLine => {
    const quantity = Math.max(line.quantity, wanted.get(line.priceId)?.quantity ?? 0);
    return { ...line, quantity: Math.min(quantity, MAX_QUANTITY) };
  };
  const added = [...wanted.values()]
    .filter(({ priceId }) => !findLine(cart, priceId))
    .map(({ priceId, quantity, name, imageUrl }) => most({ priceId, quantity, name, imageUrl }));
  return changed([...cart.lines.map(most), ...added].slice(0, MAX_LINES));
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
