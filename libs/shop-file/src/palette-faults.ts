import type { Appearance, Palette } from './appearance.ts';
import { paletteOf } from './palette.ts';

type Fault = [path: string[], message: string];

/** What text needs at least on its ground (WCAG 1.4.3). */
const LEAST = 4.5;

/**
 * The colours of text to be read, and what they stand on, in pages and e-mails. The accent is the shop's own affair: links
 * are underlined, and buttons are large.
 */
const GROUNDS: Partial<Record<keyof Palette, (keyof Palette)[]>> = {
  ink: ['paper', 'surface', 'sunken'],
  muted: ['paper', 'surface', 'sunken'],
};

/** Which text cannot be read on its ground, in the shop's colours completed by the built-in ones. Pure. */
export function paletteFaults(appearance: Appearance): Fault[] {
  return Object.entries(paletteOf(appearance)).flatMap(([scheme, palette]) =>
    Object.entries(GROUNDS).flatMap(([text, grounds]) =>
      grounds.flatMap((ground): Fault[] => {
        const [colour, below] = [palette[text as keyof Palette], palette[ground]];
        const contrast = contrastOf(colour, below);
        if (contrast >= LEAST) return [];
        // Rounded down: what is refused never reads as enough.
        const told = (Math.floor(contrast * 10) / 10).toFixed(1);
        const message = `${colour} on ${below}, which is ${ground}, has a contrast of ${told}; text needs ${LEAST}`;
        return [[[scheme, text], message]];
      }),
    ),
  );
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrastOf(one: string, other: string): number {
  const [darker, lighter] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(colour: string): number {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}
