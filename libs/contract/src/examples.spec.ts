import { describe, expect, it } from '@jest/globals';
import {
  checkoutResponseSchema,
  confirmationSchema,
  confirmationStates,
  healthSchema,
  problemCodes,
  problemSchema,
  problems,
  productListSchema,
  readinessSchema,
} from './index';
import { examples } from './examples';

const schemaOf = (name: string) => {
  if (name.startsWith('confirmation-')) return confirmationSchema;
  if (name.startsWith('problem-')) return problemSchema;
  if (name.startsWith('readiness-')) return readinessSchema;
  if (name.startsWith('health-')) return healthSchema;
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

  it.each(problemCodes)('%s carries the status and title of its code', (code) => {
    const name = `problem-${code.toLowerCase().replaceAll('_', '-')}` as keyof typeof examples;
    expect(examples[name]).toMatchObject({ code, ...problems[code] });
  });
});
