import type { DeliberateBreak } from './deliberate-break.ts';

const SRC = 'apps/api/src';

/** An import that goes the wrong way inside the API: a file, what it imports, and what the spec says about it. */
const forbidden: [file: string, path: string, says: string][] = [
  [
    'order/sync/session-state',
    '../../checkout/judge-refusal',
    'order/sync may not import checkout',
  ],
  ['order/sync/session-state', '../../webhook/event-subject', 'order/sync may not import webhook'],
  ['order/order-status', '../cli/print', 'order may not import cli'],
  ['checkout/judge-refusal', '../cli/print', 'checkout may not import cli'],
  ['checkout/judge-refusal', '../webhook/event-subject', 'checkout may not import webhook'],
  ['webhook/event-subject', '../cli/print', 'webhook may not import cli'],
  ['webhook/event-subject', '../checkout/judge-refusal', 'webhook may not import checkout'],
  [
    'order/sync/session-state',
    '../confirmation/confirmation.view',
    'order/sync may not import order/confirmation',
  ],
  ['order/sync/session-state', '../review/review-rules', 'order/sync may not import order/review'],
  [
    'order/sync/session-state',
    '../reconciliation/sweep.service',
    'order/sync may not import order/reconciliation',
  ],
  ['order/order-status', './sync/session-state', 'order may not import order/sync'],
  [
    'order/fulfilment/fulfilment-step',
    '../sync/session-state',
    'order/fulfilment may not import order/sync',
  ],
  ['order/fulfilment/fulfilment-step', 'stripe', 'order/fulfilment may not import Stripe'],
  [
    'checkout/judge-refusal',
    '../rate-limit/rate-limit.repository',
    'the private .*rate-limit.repository',
  ],
];

/** One break for each direction that is forbidden inside the API. */
export const forbiddenImports: DeliberateBreak[] = forbidden.map(([name, path, says]) => ({
  what: `${name} imports ${path}`,
  apply: (copy) => copy.prepend(`${SRC}/${name}.ts`, `import '${path}';\n`),
  check: 'npx nx test api --excludeTaskDependencies -- boundaries',
  reason: new RegExp(`${SRC}/${name}\\.ts imports .*${says}`),
}));
