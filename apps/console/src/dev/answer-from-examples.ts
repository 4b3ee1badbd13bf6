import { examples } from '@shop/contract/examples';

const ORDER = examples['staff-order'];
const OVERVIEW = examples['staff-overview'];

/** An order of a restored database. */
const RESTORED = { number: 'T6QV-3ZKM', state: 'confirmed' };
const HELD = { code: 'telling_held', next: 'Say whether shopper and merchant know of it.' };
const HELD_WORDS = 'An order of a restored database waits with what it would tell.';
const HELD_NEED = { ...HELD, words: HELD_WORDS, count: 1, orders: 'telling_held', subjects: [] };
const HELD_FAULT = { ...HELD, words: 'Nothing is told about it: it may have been told before.' };

const ANSWERS: readonly [path: RegExp, answer: object][] = [
  [/^session/, { ...examples['staff-person'], role: 'operator' }],
  [/^overview/, { ...OVERVIEW, needs: [...OVERVIEW.needs, HELD_NEED] }],
  [/^figures/, examples['staff-figures']],
  [/^orders\?filter=telling_held/, { orders: [{ ...ORDER, ...RESTORED }], next: null }],
  [/^orders\/T6QV-3ZKM$/, { ...ORDER, ...RESTORED, wrong: [HELD_FAULT] }],
  [/^orders\/[^/?]+$/, ORDER],
  [/^orders(\?|$)/, examples['staff-orders']],
  [/^deliveries(\?|$)/, examples['staff-deliveries']],
  [/^shipments(\?|$)/, examples['staff-shipments']],
  [/^withdrawals(\?|$)/, examples['staff-withdrawals']],
  [/^events\/[^/?]+$/, examples['staff-event']],
  [/^events(\?|$)/, examples['staff-events']],
  [/^dead-letters(\?|$)/, examples['dead-letters']],
  [/^audit/, examples['staff-audit']],
  [/./, examples['staff-action']],
];

/** Answers the calls of the pages from the contract's examples, so that no API is needed. */
export function answerFromExamples(): void {
  const real = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const { pathname, search } = new URL(
      input instanceof Request ? input.url : input,
      window.location.href,
    );
    const [, path] = /^\/api\/staff\/(.*)$/.exec(pathname + search) ?? [];
    if (path === undefined) return real(input, init);
    const [, answer] = ANSWERS.find(([form]) => form.test(path)) ?? [];
    return Promise.resolve(Response.json(answer));
  };
}
