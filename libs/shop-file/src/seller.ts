import { z } from 'zod';
import { emailSchema, lineOfText, localizedTextSchema, webUrlSchema } from './texts.ts';

/** Who sells: shown on confirmations, e-mails and prints (2011/83/EU, Art. 6(1)(b) and (c)). */
export const sellerSchema = z.strictObject({
  legalName: lineOfText(120),
  address: z.strictObject({
    line1: lineOfText(120),
    line2: lineOfText(120).optional(),
    postalCode: lineOfText(20).optional(),
    city: lineOfText(80),
    state: lineOfText(80).optional(),
    country: z.string().regex(/^[A-Z]{2}$/, { error: 'must be a country code such as DE' }),
  }),
  taxId: lineOfText(40)
    .optional()
    .meta({ description: 'Such as a VAT number.', example: 'DE123456789' }),
});

/** How shoppers reach somebody. At least one of e-mail, phone and url. */
export const supportSchema = z
  .strictObject({
    email: emailSchema.optional(),
    phone: z
      .string()
      .regex(/^\+[0-9 ()-]{5,24}$/, {
        error: 'must be an international number such as +49 30 1234567',
      })
      .optional(),
    url: webUrlSchema.optional(),
    hours: localizedTextSchema(120).optional(),
  })
  .refine(({ email, phone, url }) => email ?? phone ?? url, {
    error: 'must have an email, a phone or a url: shoppers need somebody to write to',
  });

/** Pages that the law asks for. Only those that exist are linked. */
export const legalSchema = z.strictObject({
  imprint: webUrlSchema.optional(),
  privacy: webUrlSchema.optional(),
  terms: webUrlSchema.optional(),
  shipping: webUrlSchema.optional(),
  withdrawal: webUrlSchema.optional(),
});

export const mailSchema = z.strictObject({
  from: z
    .string()
    .regex(/^[^<>\p{Cc}]{0,100}<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/u, {
      error: 'must be an address, or Name <address>',
    })
    .meta({ example: 'Corner Shop <orders@corner-shop.example>' }),
  replyTo: emailSchema
    .optional()
    .meta({ description: "Where answers go; without it support's e-mail." }),
  staff: z
    .array(emailSchema)
    .max(20)
    .default([])
    .meta({ description: 'Who is told of orders, reviews, disputes and failures.' }),
});
