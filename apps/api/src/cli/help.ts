/** The help of `npm run orders`. It imports nothing: scripts/orders.mjs prints it without a build of the API. */
export const HELP = `
npm run orders -- show <session | order number | e-mail> [--all]
                                                           whether it is paid, what is wrong, what moved it last, and what to
                                                           type next; --all: also what Stripe says, what we have, every event
                                                           and change
npm run orders -- sync <session> [--reason "<why>"]        read the session from Stripe again and update its order
npm run orders -- replay <event> [--reason "<why>"]        handle an event again (queued for the workers)
npm run orders -- retry-dead [--reason "<why>"]            try all jobs again that failed for good, until none is left
npm run orders -- deliveries <order>                       every step that tells of an order, and every attempt
npm run orders -- resend <order> [--step <step>] [--reason "<why>"]
                                                           one of them again, under the same id (queued for the workers): the
                                                           last, or the one that is named as deliveries names it. Of mail,
                                                           merchant or staff: those that were refused, else the last
npm run orders -- test-event                               send a signed sample event to FULFILLMENT_WEBHOOK_URL
npm run orders -- recover --since <time> [--reason "<why>"]
                                                           every event to the merchant since then again: same ids, in order
npm run orders -- review                                   the orders that wait for a person's decision
npm run orders -- resolve <session | order number> --as <decision> --reason "<why>"
                                                           decide; the session is read from Stripe first
  paid        accept what was paid, and deliver. This is final: afterwards only a refund in Stripe is possible
  refused     deliver nothing. Stripe must hold no money for the order: refund it in Stripe first
  dismissed   the alert was about something else, such as a second payment that is refunded: continue as before
  reopened    take a refusal or dismissal back: the order waits for a decision again
npm run orders -- shipments <order>                        what is still to be shipped, and the parcels that are out
npm run orders -- ship <order> [--line <line>=<quantity>]… [--carrier <name>] [--tracking <number>] [--url <link>]
                  [--expected <day>] [--at <time>] [--key <key>] [--reason "<why>"]
                                                           a parcel is out: with these lines, or all that is left; the shopper
                                                           gets an e-mail. The same --key again is the same parcel
npm run orders -- shipment <order> <shipment> --status <delayed | lost | delivered | returned> [--at <time>]
                  [--reason "<why>"]                       what has become of it; also --carrier, --tracking, --url, --expected
npm run orders -- withdrawals list                         the newest withdrawals: what was declared, in time or not, acknowledged or not
npm run orders -- withdrawals verify                       hold each record against its hash: ends with 1 when one was changed or is missing
npm run orders -- cancel <order> --reason "<why>"          before anything is sent: its stock comes back, its payment is
                                                           refunded in full, the shopper is told. A bank transfer, voucher or
                                                           test deposits that are awaited are cancelled at Stripe first
npm run orders -- refund <order> [--amount <amount>] [--key <key>] --reason "<why>"
                                                           through Stripe: all that is left, or an amount such as 12.50. The
                                                           same --key again is the same refund
npm run orders -- set-address <order> --name <name> --line1 <line> [--line2 <line>] [--postal-code <code>] --city <city>
                  [--state <state>] --country <two letters> --reason "<why>"
                                                           correct where it goes, before anything is sent
npm run orders -- set-email <order> <address> --reason "<why>"
                                                           correct the address, and send the confirmation there; links and
                                                           views that the old address has opened end

npm run orders -- restored hold [--reason "<why>"]         after a backup was restored, before the start: what its orders have to
                                                           tell waits for a person
npm run orders -- restored list                            orders that were made again from Stripe, and those that wait so
npm run orders -- restored tell <order | --all> [--reason "<why>"]
                                                           tell what waits, under the ids of the first time
npm run orders -- restored told <order | --all> [--reason "<why>"]
                                                           it was told before: nothing is sent

npm run orders -- export <e-mail> [--out <file>]           everything that is held of a person, as one JSON document;
                                                           the file is new, and readable for its owner only
npm run orders -- erase <e-mail> --reason "<why>"          remove the person from all their orders, and keep the books:
                                                           says first what it would do, and asks. This is final
  --yes     does not ask
  --force   also orders that still need the data: unpaid, under review, disputed, a refund or an e-mail on its way

  <order>  a session, an order number or an e-mail address; <time>: 2026-11-28 or 2026-11-28T10:00:00Z; <why> is kept
           in the audit with what was done
  --json   one JSON document instead of text. To pipe it: npm run --silent orders -- show <…> --json | jq
           (without --silent, npm prints two lines of its own before it)
  --help   this text

The commands read the same variables as the API, also from a file .env. Beside an API on the embedded database, which only
one process can use, that API carries them out. They do not migrate the database, but for restored hold: a start of the API or
of a worker does.
Exit code 0: done; 1: not possible, the message says why; 2: wrong arguments, also an option that the command does not take.
`;
