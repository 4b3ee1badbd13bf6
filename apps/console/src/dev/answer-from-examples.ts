import { examples } from '@shop/contract/examples';

const ANSWERS: readonly [path: RegExp, answer: object][] = [
  [/^session/, { ...examples['staff-person'], role: 'operator' }],
  [/^overview/, examples['staff-overview']],
  [/^figures/, examples['staff-figures']],
  [/^orders\/[^/?]+$/, examples['staff-order']],
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
