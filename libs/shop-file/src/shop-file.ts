import { z } from 'zod';
import { currencyExponent, isCurrency } from '../../money/src/currency.ts';
import { appearanceSchema } from './appearance.ts';
import { checkoutSettingsSchema } from './checkout-settings.ts';
import { paletteFaults } from './palette-faults.ts';
import { shipmentSettingsSchema } from './shipment-settings.ts';
import { legalSchema, mailSchema, sellerSchema, supportSchema } from './seller.ts';
import type { LocalizedText } from './languages.ts';
import { lineOfText, localizedTextSchema, pictureSchema, shopLanguageSchema } from './texts.ts';

/** Everything that makes a shop this shop. Secrets, addresses of services and ports are environment variables. */
export const shopFileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    name: lineOfText(60),
    demo: z.boolean().default(false).meta({
      description: 'Whether pages say that nothing is for sale. Refused with a live key.',
    }),
    tagline: localizedTextSchema(120).optional(),
    seller: sellerSchema,
    support: supportSchema,
    legal: legalSchema.default({}),
    logo: pictureSchema.optional(),
    appearance: appearanceSchema.prefault({}),
    languages: z
      .strictObject({
        default: shopLanguageSchema,
        offered: z.array(shopLanguageSchema).min(1),
      })
      .refine(({ default: first, offered }) => offered.includes(first), {
        path: ['offered'],
        error: 'must have the default language among them',
      }),
    currency: z
      .string()
      .regex(/^[a-z]{3}$/, { abort: true, error: 'must be a currency such as usd' })
      .refine(isCurrency, { error: 'must be a currency Stripe presents, such as usd or jpy' }),
    mail: mailSchema,
    checkout: checkoutSettingsSchema.prefault({}),
    withdrawal: z
      .strictObject({
        offer: z.enum(['off', 'eu', 'all']).default('off'),
        days: z.int().min(14).max(365).default(14),
      })
      .prefault({}),
    cancellation: z.strictObject({ minutes: z.int().min(0).max(1440).default(0) }).prefault({}),
    shipments: shipmentSettingsSchema.prefault({}),
    orderAdoption: z.enum(['off', 'on']).default('off'),
  })
  .superRefine((shop, context) => {
    if (shop.checkout.terms && !shop.legal.terms)
      context.addIssue({
        code: 'custom',
        path: ['legal', 'terms'],
        message: 'is required with checkout.terms',
      });
    for (const [path, amount] of amountsOf(shop.checkout)) {
      if (currencyExponent(shop.currency) === 3 && amount % 10 !== 0)
        context.addIssue({
          code: 'custom',
          path,
          message: `must end with 0: Stripe takes no other amount in ${shop.currency}`,
        });
    }
    for (const [path, message] of paletteFaults(shop.appearance))
      context.addIssue({ code: 'custom', path: ['appearance', ...path], message });
    for (const [path, text] of textsOf(shop)) {
      if (text && text[shop.languages.default] === undefined)
        context.addIssue({
          code: 'custom',
          path,
          message: `must have a text in the default language, ${shop.languages.default}`,
        });
    }
  });

export type ShopFile = z.output<typeof shopFileSchema>;

type TextAt = [path: (string | number)[], text: LocalizedText | undefined];

/** Every text of the file that exists in several languages, and its place. */
function textsOf({
  tagline,
  support,
  checkout,
}: Pick<ShopFile, 'tagline' | 'support' | 'checkout'>): TextAt[] {
  return [
    [['tagline'], tagline],
    [['support', 'hours'], support.hours],
    [['checkout', 'customText'], checkout.customText],
    ...checkout.customFields.flatMap(({ label, options = [] }, at): TextAt[] => [
      [['checkout', 'customFields', at, 'label'], label],
      ...options.map((option, place): TextAt => [
        ['checkout', 'customFields', at, 'options', place, 'label'],
        option.label,
      ]),
    ]),
  ];
}

/** Every amount of the file, and its place. */
const amountsOf = ({ shipping }: ShopFile['checkout']): [path: (string | number)[], number][] =>
  (shipping?.rates ?? []).flatMap(({ amountMinor, freeFromMinor }, at) => {
    const path = ['checkout', 'shipping', 'rates', at];
    return [
      [[...path, 'amountMinor'], amountMinor],
      [[...path, 'freeFromMinor'], freeFromMinor ?? 0],
    ];
  });

/** What is wrong with a shop file, or the products beside it: a line for each fault, with its path. */
export class ShopFileError extends Error {
  readonly faults: readonly string[];
  readonly file: string;

  constructor(faults: readonly string[], file: string) {
    super([`${file} is not usable:`, ...faults].join('\n  - '));
    this.faults = faults;
    this.file = file;
  }
}

/**
 * Parses the text of a shop file.
 * @param file where it is from, for the error
 * @throws ShopFileError that lists every fault
 */
export function parseShopFile(text: string, file = 'The shop file'): ShopFile {
  const result = shopFileSchema.safeParse(asJson(text, file));
  if (result.success) return result.data;
  throw new ShopFileError(
    result.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
    file,
  );
}

/** @throws ShopFileError */
export function asJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw new ShopFileError([`is not JSON: ${reason}`], file);
  }
}
