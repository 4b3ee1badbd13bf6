import { describe, expect, it } from '@jest/globals';
import {
  checkoutResponseSchema,
  deadLettersSchema,
  confirmationSchema,
  confirmationStates,
  healthSchema,
  merchantEventSchema,
  merchantEventTypes,
  problemCodes,
  portalResponseSchema,
  problemSchema,
  problems,
  productListSchema,
  readinessSchema,
  shipmentAnswerSchema,
  shippedOrderSchema,
  staffActionAnswerSchema,
  staffAuditSchema,
  staffDeliveriesSchema,
  staffEventDetailSchema,
  staffEventsSchema,
  staffFiguresSchema,
  staffOrderSchema,
  staffOrdersSchema,
  staffOverviewSchema,
  staffPersonSchema,
  staffShipmentsSchema,
  staffWithdrawalsSchema,
  withdrawalReceiptSchema,
} from './index';
import { examples } from './examples';

const STAFF = {
  'staff-person': staffPersonSchema,
  'staff-overview': staffOverviewSchema,
  'staff-events': staffEventsSchema,
  'staff-event': staffEventDetailSchema,
  'staff-figures': staffFiguresSchema,
  'staff-orders': staffOrdersSchema,
  'staff-order': staffOrderSchema,
  'staff-action': staffActionAnswerSchema,
  'dead-letters': deadLettersSchema,
  'staff-deliveries': staffDeliveriesSchema,
  'staff-withdrawals': staffWithdrawalsSchema,
  'staff-shipments': staffShipmentsSchema,
  'staff-audit': staffAuditSchema,
};

const schemaOf = (name: string) => {
  if (name.startsWith('confirmation-')) return confirmationSchema;
  if (name.startsWith('merchant-')) return merchantEventSchema;
  if (name.startsWith('problem-')) return problemSchema;
  if (name.startsWith('readiness-')) return readinessSchema;
  if (name.startsWith('health-')) return healthSchema;
  if (name === 'shipment') return shipmentAnswerSchema;
  if (name === 'shipped-order') return shippedOrderSchema;
  if (name in STAFF) return STAFF[name as keyof typeof STAFF];
  if (name === 'portal-opened') return portalResponseSchema;
  if (name === 'withdrawal-received') return withdrawalReceiptSchema;
  return name === 'products' ? productListSchema : checkoutResponseSchema;
};

describe('the examples', () => {
  it.each(Object.entries(examples))(
    '%s is what its schema says, with no key more',
    (name, example) => {
      expect(schemaOf(name).parse(example)).toEqual(example);
    },
  );

  it('cover every state in both views and every problem', () => {
    const states = confirmationStates.flatMap((state) =>
      ['full', 'masked'].map((view) => `confirmation-${state.replaceAll('_', '-')}-${view}`),
    );
    const codes = problemCodes.map((code) => `problem-${code.toLowerCase().replaceAll('_', '-')}`);
    expect(Object.keys(examples)).toEqual(expect.arrayContaining([...states, ...codes]));
  });

  it.each(Object.keys(merchantEventTypes))('%s has one, of its own type', (type) => {
    const name = `merchant-${type.replace(/[._]/g, '-')}` as keyof typeof examples;
    expect(examples[name]).toMatchObject({ type });
  });

  it.each(problemCodes)('%s carries the status and title of its code', (code) => {
    const name = `problem-${code.toLowerCase().replaceAll('_', '-')}` as keyof typeof examples;
    expect(examples[name]).toMatchObject({ code, ...problems[code] });
  });
});
