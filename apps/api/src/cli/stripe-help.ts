const ENVIRONMENT = `The command reads the same variables as the API, also from a file .env. Where they name no other account or database, it
takes those of a running "npm start" or "npm run cluster" and its sandbox.`;

/** The help of `npm run stripe:connect`. It imports nothing: the script prints it without a build of the API. */
export const CONNECT_HELP = `
npm run stripe:connect [-- options]

Makes or mends the webhook endpoint at Stripe: exactly the events that the code handles, in the API version that it reads.
A second run changes nothing. Endpoints of other addresses are left alone.

  --payload snapshot   events with the object as it was then, as most integrations take them (usual)
            thin       events that only name their object
            both       an endpoint for each; an order is fulfilled once all the same
  --url <url>          where Stripe sends them, instead of STRIPE_WEBHOOK_URL
  --dry-run            print what would change, and change nothing
  --help               this text

Stripe shows the signing secret of a new endpoint once: the command prints the line for the environment. Until the API
has it, it answers 400, and Stripe sends again. The key needs write access to webhook endpoints, and to event destinations
where thin events are wanted, for this command only.

To undo: each change says how. A new endpoint is deleted, a changed one edited, in the Dashboard (Workbench, Webhooks).

${ENVIRONMENT} Exit code 0: done; 1: not possible, the message says why; 2: wrong arguments.
`;

/** The help of `npm run stripe:doctor`. */
export const DOCTOR_HELP = `
npm run stripe:doctor [-- options]

Looks at everything that must be right between Stripe and the API, in at most ten seconds, and changes nothing: the
environment, the key and what it may do, this machine's clock, the webhook endpoint, the address that it sends to with its
signing secrets, and whether the last event arrived. What is wrong gets a sentence that says what to do, and a code that
docs/operations.md explains.

  --json   one JSON document instead of text: npm run --silent stripe:doctor -- --json
  --help   this text

Stripe never tells the signing secret of an endpoint. That the API knows another one shows at once. That Stripe signs with
another one shows when its last event was not delivered although the API answers.

${ENVIRONMENT} Exit code 0: all is right; 1: something is wrong; 2: wrong arguments.
`;

/** The help of `npm run shop:check`. */
export const SHOP_CHECK_HELP = `
npm run shop:check [-- options]

Holds everything that a shop needs against each other, in at most 15 seconds: the environment and the shop file; the Stripe
key and what it may do, the webhook endpoint, its address and its secrets, as stripe:doctor does; what is for sale in the
shop's currency, optional items, shipping rates and countries, Stripe Tax, and a checkout as a whole; the mail server; the
database. What holds has a tick. What does not has a cross, a sentence that says what to do, and a code that
docs/operations.md explains. Start the API first: the check asks at its address.

  --to <address>   send the test e-mail there, instead of to mail.staff of the shop file
  --no-mail        send no test e-mail
  --json           one JSON document instead of text: npm run --silent shop:check -- --json
  --help           this text

It sends one e-mail, and opens one Checkout Session at Stripe that it expires at once: nobody can pay it, and no order comes
of it. Nothing else is changed.

${ENVIRONMENT} Exit code 0: all holds; 1: something does not; 2: wrong arguments.
`;
