const ENVIRONMENT = `The command reads the same variables as the API, also from a file .env. Where they name no other account, it takes those of
a running "npm start" and its sandbox.`;

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
has it, it answers 400, and Stripe sends again. The key needs write access to webhook endpoints, for this command only.

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
