import type { MailContent, MailFact, MailFooter, MailLink, MailRow } from '../content/mail-content';
import { escapeHtml } from './escape-html';
import { styleSheet, stylesOf } from './mail-styles';
import type { MailStyles } from './mail-styles';
import type { MailLook } from './palette';

/** The HTML body. All mail programs show tables and inline styles. The body loads nothing from the network. */
export function mailHtml(content: MailContent, look: MailLook): string {
  const css = stylesOf(look);
  const { locale, shop, greeting, footer } = content;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(greeting)}</title>
<style>${styleSheet(look)}</style>
</head>
<body ${css.body}>
<div role="article" aria-roledescription="email" lang="${locale}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" ${css.paper}>
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" ${css.frame}>
<tr><td ${css.shop}>${escapeHtml(shop.name)}</td></tr>
<tr><td ${css.card}>
${[
  `<h1 ${css.heading}>${escapeHtml(greeting)}</h1>`,
  ...content.news.map((text) => `<p ${css.text}>${escapeHtml(text)}</p>`),
  box(content.toDo, css),
  links(content.links, css),
  ...orderHead(content, css),
  ...orderRows(content, css),
  ...content.facts.map((one) => fact(one, css)),
  ...content.notes.map((text) => `<p ${css.note}>${escapeHtml(text)}</p>`),
]
  .filter(Boolean)
  .join('\n')}
</td></tr>
<tr><td ${css.footer}>
${foot(footer, content, css)}
</td></tr>
</table>
</td></tr>
</table>
</div>
</body>
</html>
`;
}

function orderHead({ orderNumber, orderedAt }: MailContent, css: MailStyles): string[] {
  if (orderNumber === undefined || orderedAt === undefined) return [];
  return [
    `<h2 ${css.subheading}>${escapeHtml(orderNumber)}</h2>`,
    `<p ${css.small}>${escapeHtml(orderedAt)}</p>`,
  ];
}

function orderRows({ rows }: MailContent, css: MailStyles): string[] {
  if (rows.length === 0) return [];
  return [
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="table-layout:auto">`,
    ...rows.map((row) => tableRow(row, css)),
    '</table>',
  ];
}

/** What the shopper needs for the next step, on a ground of its own. */
function box(facts: MailFact[], css: MailStyles): string {
  if (facts.length === 0) return '';
  const all = facts.map((one) => fact(one, css)).join('\n');
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td ${css.box}>\n${all}\n</td></tr></table>`;
}

function fact({ label, lines, langs = [] }: MailFact, css: MailStyles): string {
  const said = lines.map((line, index) => {
    const lang = langs[index];
    const text = escapeHtml(line);
    return lang ? `<span lang="${escapeHtml(lang)}">${text}</span>` : text;
  });
  return `<p ${css.fact}><span ${css.label}>${escapeHtml(label)}</span><br>${said.join('<br>')}</p>`;
}

/** The first is what to do now; the others are of less weight. */
function links([first, ...others]: MailLink[], css: MailStyles): string {
  if (!first) return '';
  const button = `<a ${css.button} href="${escapeHtml(first.url)}">${escapeHtml(first.text)}</a>`;
  return [
    `<p style="margin:20px 0 0">${button}</p>`,
    ...others.map((one) => `<p style="margin:14px 0 0">${link(one, css)}</p>`),
  ].join('\n');
}

const link = ({ text, url }: MailLink, css: MailStyles) =>
  `<a ${css.link} href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;

function tableRow({ label, amount, kind, lang }: MailRow, css: MailStyles): string {
  const foreign = lang ? ` lang="${escapeHtml(lang)}"` : '';
  return (
    `<tr><td ${css.row(kind, 'label')}${foreign}>${escapeHtml(label)}</td>` +
    `<td align="right" ${css.row(kind, 'amount')}>${escapeHtml(amount)}</td></tr>`
  );
}

function foot(
  { support, seller, legal }: MailFooter,
  { questions, shop }: MailContent,
  css: MailStyles,
): string {
  const contacts = support.map((one) =>
    typeof one === 'string' ? escapeHtml(one) : link(one, css),
  );
  return [
    `<p ${css.footText}>${[escapeHtml(questions), ...contacts].join('<br>')}</p>`,
    ...(legal.length > 0
      ? [`<p ${css.footText}>${legal.map((one) => link(one, css)).join(' &middot; ')}</p>`]
      : []),
    `<p ${css.footText}>${[link({ text: shop.name, url: shop.url }, css), ...seller.map(escapeHtml)].join('<br>')}</p>`,
  ].join('\n');
}
