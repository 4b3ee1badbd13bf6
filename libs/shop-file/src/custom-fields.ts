import { z } from 'zod';
import { localizedTextSchema } from './texts.ts';

const optionSchema = z.strictObject({
  value: z.string().regex(/^[A-Za-z0-9]{1,100}$/),
  label: localizedTextSchema(100),
});

const customFieldSchema = z
  .strictObject({
    key: z.string().regex(/^[A-Za-z0-9]{1,200}$/),
    label: localizedTextSchema(50),
    type: z.enum(['text', 'numeric', 'dropdown']),
    optional: z.boolean().default(false),
    options: z
      .array(optionSchema)
      .min(1)
      .max(200)
      .superRefine((options, context) => {
        for (const at of repeated(options.map(({ value }) => value)))
          context.addIssue({
            code: 'custom',
            path: [at, 'value'],
            message: 'must not be that of an option before it',
          });
      })
      .optional()
      .meta({ description: 'Of a dropdown.' }),
  })
  .refine(({ type, options }) => type !== 'dropdown' || options !== undefined, {
    path: ['options'],
    error: 'is required for a dropdown',
  });

/** What the payment page asks beside the usual (`custom_fields`), as Stripe takes it. */
export const customFieldsSchema = z
  .array(customFieldSchema)
  .max(3)
  .superRefine((fields, context) => {
    for (const at of repeated(fields.map(({ key }) => key)))
      context.addIssue({
        code: 'custom',
        path: [at, 'key'],
        message: 'must not be that of a field before it',
      });
  })
  .default([]);

/** Where a value stands that stood before. */
const repeated = (values: readonly string[]): number[] =>
  values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
