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
  return inVariant(examples[nameOf(state, view)] as Confirmation, variant);
}

export function nameOf(state: ConfirmationState, view: 'full' | 'masked'): ExampleName {
  return `confirmation-${state.replaceAll('_', '-')}-${view}` as ExampleName;
}

/** Answers with a named example of the contract, as the API would: problems as problem documents. */
export function answer(
  name: ExampleName,
  headers: Record<string, string> = {},
  change: object = {},
) {
  const body: object = { ...examples[name], ...change };
  if (!('code' in body)) {
    return HttpResponse.json(body, { status: name === 'checkout-created' ? 201 : 200, headers });
  }
  return HttpResponse.json(body, {
    status: Number((body as { status?: number }).status),
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}
