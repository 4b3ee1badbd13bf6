import { useSyncExternalStore } from 'react';
import type { Cart } from './cart';
import { parseCart } from './parse-cart';

export const CART_KEY = 'shop.cart';

// For browsers that refuse storage: the cart then lives as long as the page.
let unstored: string | null = null;
let known: { text: string | null; cart: Cart } = { text: null, cart: parseCart(null) };
const listeners = new Set<() => void>();

/** The cart that all tabs of this browser share. It is the same object until the cart changes. */
export function readCart(): Cart {
  const text = readText();
  if (text !== known.text) known = { text, cart: parseCart(text) };
  return known.cart;
}

/** Changes the cart here and in the other tabs. */
export function updateCart(change: (cart: Cart) => Cart): void {
  const before = readCart();
  const after = change(before);
  if (after === before) return;
  writeText(JSON.stringify(after));
  notify();
}

/** The current cart; renders again when it changes. */
export function useCart(): Cart {
  return useSyncExternalStore(subscribe, readCart);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('storage', notify);
    // A page in the back/forward cache gets no storage events, so it reads the cart again when it is shown.
    window.addEventListener('pageshow', notify);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('storage', notify);
    window.removeEventListener('pageshow', notify);
  };
}

function notify(): void {
  for (const listener of listeners) listener();
}

function readText(): string | null {
  try {
    return unstored ?? window.localStorage.getItem(CART_KEY);
  } catch {
    return unstored;
  }
}

function writeText(text: string): void {
  try {
    window.localStorage.setItem(CART_KEY, text);
    unstored = null;
  } catch {
    unstored = text;
  }
}
