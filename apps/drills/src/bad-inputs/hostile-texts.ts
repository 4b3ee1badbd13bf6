import { pick } from '@shop/shop-harness/random';

type Random = () => number;

/** What a terminal, a database, a browser or a mail program may act on, and what is only hard to lay out. */
const PIECES = [
  ...['\0', '\x07', '\x08', '\t', '\r\n', '\n', '\x1b[2J', '\x1b]0;owned\x07', '\x7f'],
  ...['\x85', '\x9b31m', '\x9d', '\u2028', '\u2029', '\u200e', '\u061c'],
  ...['\u202e', '\u202d', '\u202c', '\u2066', '\u2067', '\u2068', '\u2069'],
  ...['\u200b', '\u2060', '\ufeff', '\u00ad', '\ufff9', '\uffff', '\u{1fffe}'],
  ...['\ud800', '\udc00', '\ud83d', '\udfff\ud800'],
  ...['\u0341'.repeat(300), '\u0341\u200d'.repeat(300), '\u1100'.repeat(300)],
  ...['👩‍👩‍👧', '👩‍'.repeat(300), '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'محمد', 'נעמה', '山田', 'Łukasz', 'สมชาย', 'Jenny'],
  ...["'; drop table orders; --", '<script>alert(1)</script>', '&amp;', '%00', '\\u0000', '${7*7}'],
  ...['{{7*7}}', '=cmd()', '../..', 'null', 'x'.repeat(300), 'W '.repeat(300), '"', '\\'],
];

/** Pieces that a mail address may have around it without becoming another address, or none. */
const AROUND_AN_ADDRESS = [
  '\0',
  '\x1b',
  '\x07',
  '\x7f',
  '\x9b',
  '\u202e',
  '\u2066',
  '\u200b',
  '\r\n',
];

/** One to six pieces in random order. */
export const hostileText = (random: Random): string =>
  Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(random, PIECES)).join('');

/** The address, with characters in and around it that no address has. */
export function hostileEmail(random: Random, email: string): string {
  const at = Math.floor(random() * (email.length + 1));
  return (
    email.slice(0, at) +
    pick(random, AROUND_AN_ADDRESS.slice(0, -1)) +
    email.slice(at) +
    pick(random, ['', ...AROUND_AN_ADDRESS])
  );
}

/** The isolates that a mail and a page put around a name may stand there; nothing else of these may. */
const RAW = /(?![\n\r\t])\p{Cc}|[\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]/gu;

/** The characters of a text that somebody's screen would act on. */
export const rawCharactersIn = (text: string): string[] => text.match(RAW) ?? [];

/** Every text in a parsed JSON document, the names of its fields too. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => [name, ...textsIn(item)]);
}

/** A mail as its reader gets it: each part decoded (RFC 2045). */
export function decodedMail(raw: string): string {
  const boundary = /boundary="?([^";\r\n]+)/i.exec(raw)?.[1];
  const parts = boundary === undefined ? [raw] : raw.split(`--${boundary}`);
  return parts.map(decodedPart).join('\n');
}

function decodedPart(part: string): string {
  const [head = '', ...rest] = part.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return head + Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return part;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return head + Buffer.from(bytes, 'latin1').toString('utf8');
}
