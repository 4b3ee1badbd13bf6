import { z } from 'zod';
import { colourSchema } from './texts.ts';

/** The shop's palette. Each is a custom property of the pages, and written into the e-mails. */
const paletteSchema = z.strictObject({
  paper: colourSchema.meta({ description: 'Ground of the page.' }),
  surface: colourSchema.meta({ description: 'Ground of cards.' }),
  sunken: colourSchema,
  ink: colourSchema.meta({ description: 'Text.' }),
  muted: colourSchema.meta({ description: 'Text of less weight.' }),
  line: colourSchema,
  accent: colourSchema.meta({ description: 'Buttons and links.' }),
  accentStrong: colourSchema,
  onAccent: colourSchema.meta({ description: 'Text on buttons.' }),
});

const fontSchema = z
  .string()
  .max(300)
  .regex(/^[\p{L}\p{N}\s,'_-]+$/u, {
    error: "must be a list of font families, such as Georgia, 'Noto Serif', serif",
  });

/** Colours and fonts, light and dark. What is not said is the built-in, neutral one. */
export const appearanceSchema = z.strictObject({
  light: paletteSchema.partial().default({}),
  dark: paletteSchema.partial().default({}),
  fonts: z
    .strictObject({ body: fontSchema.optional(), display: fontSchema.optional() })
    .default({}),
});

export type Palette = z.infer<typeof paletteSchema>;
export type Appearance = z.output<typeof appearanceSchema>;
