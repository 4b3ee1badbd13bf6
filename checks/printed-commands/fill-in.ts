import type { ShopWithOrders } from './shop-with-orders.ts';

/**
 * Puts values of a running shop in the place of a command's placeholders.
 * @returns several commands where the placeholder offers a choice
 * @throws when a placeholder is left, by its name
 */
export function fillIn(command: string, shop: ShopWithOrders): string[] {
  const { paid, leaving, inReview, toShip, spareKeyId, sandboxUrl } = shop;
  // An order can be decided about once, and sent or cancelled once.
  const order = command.includes(' resolve ')
    ? inReview.shift()
    : wantsUnsent(command)
      ? toShip.shift()
      : paid.number;
  if (order === undefined) throw new Error('No order is left for it.');
  const values: Record<string, string> = {
    session: paid.session,
    'order number': order,
    // Whoever is erased is not found by the other commands any more.
    'e-mail': command.includes(' erase ') ? leaving.email : paid.email,
    event: paid.event,
    decision: 'refused',
    why: 'of a test',
    time: '2026-01-01T00:00:00Z',
    name: 'warehouse',
    id: spareKeyId,
    shipment: paid.shipment,
    step: 'confirmation_mail',
  };
  const filled = choicesOf(command).map((choice) =>
    choice
      .replace(/<([^<>]+)>/g, (all, name: string) => values[name] ?? all)
      .replace('"…"', '"of a test"')
      .replace('sk_test_…', 'sk_test_sandbox')
      .replace('whsec_…', 'whsec_0123456789abcdef')
      .replace('http://127.0.0.1:4242', sandboxUrl),
  );
  const left = filled.map((text) => /<[^<>]*>|\S*…/.exec(text)?.[0]).find(Boolean);
  if (left) throw new Error(`Nothing says what to put in the place of ${left}.`);
  return filled;
}

/** Whether the command wants a paid order of which nothing is sent, and that no other command changes. */
export const wantsUnsent = (command: string): boolean =>
  / orders -- (ship|cancel|refund|set-address) /.test(command) ||
  command.includes('Idempotency-Key: ');

/** `show <a | b>` is `show <a>` and `show <b>`; `resolve` takes one of them. */
function choicesOf(command: string): string[] {
  const [all, list] = /<([^<>]*\|[^<>]*)>/.exec(command) ?? [];
  if (all === undefined || list === undefined) return [command];
  const names = list.split('|').map((name) => name.trim());
  if (!command.includes(' resolve ')) return names.map((name) => command.replace(all, `<${name}>`));
  return [
    command.replace(all, names.includes('order number') ? '<order number>' : `<${names[0]}>`),
  ];
}
