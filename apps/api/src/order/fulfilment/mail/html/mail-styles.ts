import type { MailRow } from '../content/mail-content';
import type { MailLook } from './palette';

/** The attributes `class` and `style` of each part of an e-mail. */
export type MailStyles = ReturnType<typeof stylesOf>;

const WRAP = 'overflow-wrap:anywhere;word-break:break-word;';

/**
 * Many mail programs drop style sheets: so the light colours are written on the elements, and the classes carry the dark
 * ones.
 */
export function stylesOf({ light: c, body, display }: MailLook) {
  const part = (classes: string, css: string) => `class="${classes}" style="${css}"`;
  const row = (kind: MailRow['kind'], cell: 'label' | 'amount') =>
    part(
      kind === 'part' ? 'muted line' : 'ink line',
      [
        `padding:10px 0;border-top:1px solid ${c.line};vertical-align:top;font-size:16px;line-height:1.4;`,
        `color:${kind === 'part' ? c.muted : c.ink};`,
        kind === 'total' ? 'font-weight:600;' : '',
        cell === 'label' ? `padding-right:16px;${WRAP}` : 'white-space:nowrap;',
      ].join(''),
    );
  return {
    body: part('paper', `margin:0;padding:0;background:${c.paper}`),
    paper: part('paper', `background:${c.paper}`),
    frame: `style="max-width:560px;text-align:left;font-family:${body}"`,
    shop: part(
      'ink',
      `padding:0 4px 16px;font-size:18px;color:${c.ink};font-family:${display};${WRAP}`,
    ),
    card: part(
      'surface line',
      `padding:28px 24px;background:${c.surface};border:1px solid ${c.line};border-radius:12px;${WRAP}`,
    ),
    heading: part(
      'ink',
      `margin:0 0 12px;font-size:24px;line-height:1.25;font-weight:500;color:${c.ink};font-family:${display}`,
    ),
    subheading: part(
      'ink',
      `margin:32px 0 4px;font-size:18px;line-height:1.3;font-weight:500;color:${c.ink};font-family:${display}`,
    ),
    text: part('ink', `margin:0 0 12px;font-size:16px;line-height:1.5;color:${c.ink}`),
    small: part('muted', `margin:0 0 12px;font-size:14px;line-height:1.5;color:${c.muted}`),
    box: part('sunken', `padding:4px 16px 16px;background:${c.sunken};border-radius:8px`),
    fact: part('ink', `margin:12px 0 0;font-size:16px;line-height:1.5;color:${c.ink};${WRAP}`),
    label: part('muted', `font-size:14px;color:${c.muted}`),
    note: part(
      'muted line',
      `margin:20px 0 0;padding:12px 0 0;border-top:1px solid ${c.line};font-size:14px;line-height:1.5;color:${c.muted}`,
    ),
    button: part(
      'button',
      `display:inline-block;padding:12px 22px;border-radius:999px;background:${c.accent};color:${c.onAccent};font-size:16px;font-weight:600;text-decoration:none`,
    ),
    // As high as a finger needs (https://www.w3.org/TR/WCAG22/#target-size-minimum).
    link: part(
      'link',
      `display:inline-block;line-height:26px;color:${c.accent};text-decoration:underline;${WRAP}`,
    ),
    footer: part('muted', `padding:16px 4px 0;color:${c.muted};${WRAP}`),
    footText: part('muted', `margin:0 0 12px;font-size:13px;line-height:1.6;color:${c.muted}`),
    row,
  };
}

/** The dark colours, for mail programs that keep style sheets. */
export const styleSheet = ({ dark: c }: MailLook) => `
@media (prefers-color-scheme: dark) {
  .paper { background: ${c.paper} !important }
  .surface { background: ${c.surface} !important }
  .sunken { background: ${c.sunken} !important }
  .line { border-color: ${c.line} !important }
  .ink { color: ${c.ink} !important }
  .muted { color: ${c.muted} !important }
  .link { color: ${c.accent} !important }
  .button { background: ${c.accent} !important; color: ${c.onAccent} !important }
}
`;
