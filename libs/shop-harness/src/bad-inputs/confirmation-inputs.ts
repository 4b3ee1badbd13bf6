import { get } from './bad-input';
import type { BadInput, Scene } from './bad-input';

const PATH = '/api/orders/confirmation';

/** The status for each query string, as it goes over the wire. */
const statuses: Record<string, number> = {
  '': 400,
  '?': 400,
  '?session_id': 400,
  '?session_id=': 400,
  '?session_id=cs_test_a&session_id=cs_test_b': 400,
  '?session_id[]=cs_test_a': 400,
  '?session_id[a]=b': 400,
  '?session_id={CHECKOUT_SESSION_ID}': 400,
  '?session_id=%7BCHECKOUT_SESSION_ID%7D': 400,
  '?session_id=cs_test_': 400,
  '?session_id=cs_test_a1wellformedbutunknown': 404,
  '?session_id=cs_live_a1ofanothermode': 404,
  '?session_id=pi_3Pxyz': 400,
  '?session_id=evt_1Pxyz': 400,
  '?session_id=%00': 400,
  '?session_id=cs_test_a1%00': 400,
  '?session_id=%0d%0aSet-Cookie:x=1': 400,
  '?session_id=cs_test_a1%0d%0aSet-Cookie:x=1': 400,
  '?session_id=%zz': 400,
  '?session_id=%c0%af': 400,
  '?session_id=../../v1/charges': 400,
  '?session_id=%252e%252e': 400,
  '?session_id=%20cs_test_a1': 400,
  '?session_id=cs_test_a1%20': 400,
  '?session_id=+cs_test_a1+': 400,
  '?session_id=%C2%A0cs_test_a1': 400,
  '?session_id=cs_test_a1%E2%80%8B': 400,
  '?session_id=%EF%BB%BFcs_test_a1': 400,
  '?session_id=%D1%81s_test_a1': 400,
  "?session_id='%20OR%201=1--": 400,
  '?session_id=<script>alert(1)</script>': 400,
  '?session_id=%3Cscript%3Ealert(1)%3C/script%3E': 400,
};

/** Bad session ids of GET /api/orders/confirmation. */
export function confirmationInputs({ stripeSessionId }: Scene): BadInput[] {
  const long = (length: number) => `?session_id=cs_test_${'a'.repeat(length - 'cs_test_'.length)}`;
  const all: [string, number][] = [
    ...Object.entries(statuses),
    [long(300), 400],
    [long(9000), 400],
    [long(20_000), 431],
    // The real session id is accepted: the inputs above are not refused because everything is.
    [`?session_id=${stripeSessionId}`, 200],
  ];
  return all.map(([query, status]) => ({
    what: `confirmation${query.slice(0, 60)} (${query.length})`,
    request: get(PATH + query),
    status,
  }));
}
