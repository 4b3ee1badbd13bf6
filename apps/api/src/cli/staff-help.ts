/** The help of `npm run staff`. It imports nothing: scripts/staff.mjs prints it without a build of the API. */
export const STAFF_HELP = `
npm run staff -- keys create <name> [--role operator | viewer]   a key for one of the shop's own systems, such as the
                                                                 warehouse's; it is shown once. A viewer reads only
npm run staff -- keys list                                       every key, without its secret part
npm run staff -- keys revoke <id>                                from now on nobody gets in with it

  --json   one JSON document instead of text
  --help   this text

A key opens the API under /api/staff: see docs/shipments.md. Every call is kept in the table staff_actions. The command
reads the same variables as the API. Only one process can use the embedded database: stop the API first.
Exit code 0: done; 1: not possible, the message says why; 2: wrong arguments.
`;
