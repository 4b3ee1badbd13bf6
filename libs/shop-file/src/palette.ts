import type { Appearance, Palette } from './appearance.ts';

/** The built-in palette, which belongs to no shop. Text on its ground has a contrast of 4.5:1 or more (WCAG 1.4.3). */
const NEUTRAL: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    paper: '#fafafa',
    surface: '#ffffff',
    sunken: '#f0f1f2',
    ink: '#1f2124',
    muted: '#5c6066',
    line: '#dfe1e4',
    accent: '#1d4f91',
    accentStrong: '#153c70',
    onAccent: '#ffffff',
  },
  dark: {
    paper: '#16181a',
    surface: '#1f2124',
    sunken: '#282a2e',
    ink: '#eceef0',
    muted: '#a9aeb5',
    line: '#34373c',
    accent: '#a9c7f0',
    accentStrong: '#c5daf7',
    onAccent: '#10233d',
  },
};

/** The shop's colours, completed by the built-in ones. */
export function paletteOf({ light, dark }: Appearance): Record<'light' | 'dark', Palette> {
  return { light: completed(NEUTRAL.light, light), dark: completed(NEUTRAL.dark, dark) };
}

const completed = (neutral: Palette, own: { [name in keyof Palette]?: string | undefined }) =>
  Object.fromEntries(
    Object.entries(neutral).map(([name, colour]) => [name, own[name as keyof Palette] ?? colour]),
  ) as Palette;
