import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Random letters and digits, as in Stripe's ids. */
export function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      // 248 is the largest multiple of 62 in a byte. Larger bytes would make some characters more frequent.
      if (byte < 248 && text.length < length) text += ALPHABET[byte % 62];
    }
  }
  return text;
}

/** The part after the prefix, with the length Stripe uses: a fixed start and this many random characters. */
const SHAPES = {
  acct: ['1', 15],
  bps: ['1', 23],
  ccsbtxn: ['1', 23],
  ch: ['3', 23],
  cs_test: ['a1', 56],
  cus: ['', 14],
  di: ['1', 23],
  dp: ['1', 23],
  evt: ['1', 23],
  evt_test: ['', 42],
  ed_test: ['', 42],
  link: ['', 36],
  ii: ['1', 23],
  il: ['1', 23],
  in: ['1', 23],
  issfr: ['1', 23],
  li: ['1', 23],
  inpay: ['1', 23],
  pi: ['3', 23],
  pm: ['1', 23],
  price: ['1', 23],
  prod: ['', 14],
  promo: ['1', 23],
  prv: ['1', 23],
  py: ['3', 23],
  re: ['3', 23],
  req: ['', 14],
  seti: ['1', 23],
  shr: ['1', 23],
  si: ['', 14],
  sub: ['1', 23],
  txn: ['3', 23],
  txr: ['1', 23],
  we: ['1', 23],
} as const satisfies Record<string, readonly [string, number]>;

export type IdPrefix = keyof typeof SHAPES;

/** The fragment of a hosted page's URL. It means nothing; Stripe's URLs have one too, and clients must keep it. */
export function urlFragment(): string {
  return `#fid${randomText(160)}`;
}

/** A new id that looks like Stripe's: `newId('cs_test')` → "cs_test_a1…", 58 characters after the prefix. */
export function newId(prefix: IdPrefix): string {
  const [start, length] = SHAPES[prefix];
  return `${prefix}_${start}${randomText(length)}`;
}
