/** The help of `npm run orders`. It imports nothing: scripts/orders.mjs prints it without a build of the API. */
export const HELP = `
npm run orders -- show <session | order number | e-mail>   Stripe's state, ours, every event, who moved it
npm run orders -- sync <session>                           read the session again and bring its order in line
npm run orders -- replay <event>                           act on an event again (queued for the workers)
npm run orders -- retry-dead                               give jobs that failed for good another life
npm run orders -- review                                   orders that wait for a person to decide
npm run orders -- resolve <session | order number> --as <decision> --reason "<why>"
                                                           decide; Stripe is asked again first
  paid        what was paid is accepted: deliver. Not taken back: a refund in Stripe is what is left
  refused     deliver nothing. Stripe must hold no money for it: refund it there first
  dismissed   the alert was about something else, such as a second payment that is refunded: go on as before
  reopened    take back a refusal or a dismissal: the order waits for a decision again

  --json   one JSON document instead of text. To hand it on: npm run --silent orders -- show <…> --json | jq
           (without --silent npm prints two lines of its own before it)
  --help   this text

It reads the same variables as the API, also from a file .env. The embedded database belongs to one process: stop the
API first. Exit code 0: done; 1: not possible, and why; 2: called with the wrong words.
`;
