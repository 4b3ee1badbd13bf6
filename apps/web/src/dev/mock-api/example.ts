import type { Confirmation, ConfirmationState } from '@shop/contract';
import { examples, type ExampleName } from '@shop/contract/examples';
import { HttpResponse } from 'msw';
import { inVariant, type VariantName } from './variants';

export type { ExampleName };

export const exampleNames = Object.keys(examples) as ExampleName[];

/** The contract's example of a state and view, in a variant of it if one is named. */
export function exampleOrder(
  state: ConfirmationState,
  view: 'full' | 'masked',
  variant: VariantName | null = null,
): Confirmation {
  return inVariant(payable(examples[nameOf(state, view)]) as Confirmation, variant);
}

/** The examples are of one day; the voucher among them can always still be paid. */
function payable(example: object): object {
  if (!('voucher' in example)) return example;
  const expiresAt = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString();
  return { ...example, voucher: { ...(example.voucher as object), expiresAt } };
}

export function nameOf(state: ConfirmationState, view: 'full' | 'masked'): ExampleName {
  return `confirmation-${state.replaceAll('_', '-')}-${view}` as ExampleName;
}

const CREATED: ReadonlySet<ExampleName> = new Set([
  'checkout-created',
  'portal-opened',
  'withdrawal-received',
]);

/** Answers with a named example of the contract, as the API would: problems as problem documents. */
export function answer(
  name: ExampleName,
  headers: Record<string, string> = {},
  change: object = {},
) {
  const body: object = { ...payable(examples[name]), ...change };
  if (!('code' in body)) {
    return HttpResponse.json(body, { status: CREATED.has(name) ? 201 : 200, headers });
  }
  return HttpResponse.json(body, {
    status: Number((body as { status?: number }).status),
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}
