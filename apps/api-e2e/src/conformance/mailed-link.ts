import { until } from '@shop/shop-harness/until';
import type { ConformanceShop } from './conformance-shop';

const ARRIVES_WITHIN_MS = 15_000;

/** What the link in an order's e-mail proves, as POST /api/orders/access takes it. */
export interface MailedLink {
  sessionId: string;
  token: string;
}

/** Waits for the first e-mail of the order. @returns the link in it */
export async function mailedLink(shop: ConformanceShop, sessionId: string): Promise<MailedLink> {
  const token = await until(
    () => shop.mails.map((raw) => tokenIn(raw, sessionId)).find((found) => found !== undefined),
    (found) => found !== undefined,
    { timeoutMs: ARRIVES_WITHIN_MS },
  );
  if (token === undefined) throw new Error(`No e-mail has a link to the order of ${sessionId}.`);
  return { sessionId, token };
}

/** The body is quoted-printable: https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
function tokenIn(raw: string, sessionId: string): string | undefined {
  const text = raw.replace(/=\r\n/g, '').replaceAll('=3D', '=');
  return new RegExp(`session_id=${sessionId}#t=([\\w.-]+)`).exec(text)?.[1];
}
