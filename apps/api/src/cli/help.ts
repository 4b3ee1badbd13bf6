/** The help of `npm run orders`. It imports nothing: scripts/orders.mjs prints it without a build of the API. */
export const HELP = `
npm run orders -- show <session | order number | e-mail>   what Stripe says, what we have, every event and change
npm run orders -- sync <session>                           read the session from Stripe again and update its order
npm run orders -- replay <event>                           handle an event again (queued for the workers)
npm run orders -- retry-dead                               try the jobs again that failed for good
npm run orders -- review                                   the orders that wait for a person's decision
npm run orders -- resolve <session | order number> --as <decision> --reason "<why>"
                                                           decide; the session is read from Stripe first
  paid        accept what was paid, and deliver. This is final: afterwards only a refund in Stripe is possible
  refused     deliver nothing. Stripe must hold no money for the order: refund it in Stripe first
  dismissed   the alert was about something else, such as a second payment that is refunded: continue as before
  reopened    take a refusal or dismissal back: the order waits for a decision again

  --json   one JSON document instead of text. To pipe it: npm run --silent orders -- show <…> --json | jq
           (without --silent, npm prints two lines of its own before it)
  --help   this text

The commands read the same variables as the API, also from a file .env. Only one process can use the embedded database:
stop the API first. Exit code 0: done; 1: not possible, the message says why; 2: wrong arguments.
`;
