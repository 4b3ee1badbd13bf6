/** The help of `npm run staff`. It imports nothing: scripts/staff.mjs prints it without a build of the API. */
export const STAFF_HELP = `
npm run staff -- keys create <name> [--role operator | viewer]   a key for one of the shop's own systems, such as the
                                                                 warehouse's; it is shown once. A viewer reads only
npm run staff -- keys list                                       every key, without its secret part
npm run staff -- keys revoke <id>                                from now on nobody gets in with it
npm run staff -- people add <name> [--role operator | viewer]    a person who may sign in to the console, and a link that
                                                                 signs them in once. A viewer sees no personal data
npm run staff -- people link <name>                              another such link; it works for ten minutes
npm run staff -- people list                                     everybody
npm run staff -- people disable <name>                           signs them out, and lets them in no more

  --json   one JSON document instead of text
  --help   this text

A key or a sign-in opens the API under /api/staff: see docs/shipments.md and docs/console.md. Every action is kept in the
table staff_actions. The command reads the same variables as the API. Beside an API on the embedded database, which only one
process can use, that API carries it out.
Exit code 0: done; 1: not possible, the message says why; 2: wrong arguments, also an option that the command does not take.
`;
