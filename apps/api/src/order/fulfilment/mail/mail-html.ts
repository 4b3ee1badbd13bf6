import type { MailContent, MailRow } from './mail-content';

const FONT =
  "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Hiragino Sans','Noto Sans JP',sans-serif";
const DISPLAY_FONT =
  "font-family:'Iowan Old Style','Palatino Linotype',Palatino,Georgia,'Hiragino Mincho ProN',serif";

/**
 * Dark colours, for mail programs that keep style sheets. Many drop them: so the light colours, which are the shop's, are
 * written on the elements.
 */
const DARK = `
@media (prefers-color-scheme: dark) {
  .paper { background: #181714 !important }
  .card { background: #211f1c !important; border-color: #38342e !important }
  .ink { color: #f0ebe1 !important }
  .muted { color: #b0a799 !important }
  .line { border-color: #38342e !important }
  .button { background: #b4d2be !important; color: #181714 !important }
}`;

/** The HTML body. All mail programs show tables and inline styles. The body loads nothing from the network. */
export function mailHtml(content: MailContent): string {
  const { locale, shop, greeting, news, orderNumber, rows, link } = content;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(greeting)}</title>
<style>${DARK}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#faf8f4">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="paper" style="background:#faf8f4">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;text-align:left;${FONT}">
<tr><td class="ink" style="padding:0 4px 16px;font-size:18px;color:#23211d;${DISPLAY_FONT}">${escapeHtml(shop.name)}</td></tr>
<tr><td class="card" style="padding:28px 24px;background:#ffffff;border:1px solid #e3ddd1;border-radius:12px">
<h1 class="ink" style="margin:0 0 12px;font-size:24px;line-height:1.25;font-weight:500;color:#23211d;overflow-wrap:anywhere;${DISPLAY_FONT}">${escapeHtml(greeting)}</h1>
<p class="ink" style="margin:0 0 20px;font-size:16px;line-height:1.5;color:#23211d">${escapeHtml(news)}</p>
<p class="muted" style="margin:0 0 8px;font-size:14px;line-height:1.5;color:#675f53">${escapeHtml(orderNumber)}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="font-size:16px;line-height:1.4">
${rows.map(tableRow).join('\n')}
</table>
<p style="margin:28px 0 0"><a class="button" href="${escapeHtml(link.url)}" style="display:inline-block;padding:12px 22px;border-radius:999px;background:#2c4a3b;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${escapeHtml(link.text)}</a></p>
</td></tr>
<tr><td class="muted" style="padding:16px 4px 0;font-size:13px;line-height:1.5;color:#675f53"><a class="muted" href="${escapeHtml(shop.url)}" style="color:#675f53">${escapeHtml(shop.name)}</a></td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

const WEIGHT: Record<MailRow['kind'], string> = {
  item: '',
  part: 'color:#675f53;',
  total: 'font-weight:600;',
};

function tableRow({ label, amount, kind }: MailRow): string {
  const css = `padding:10px 0;border-top:1px solid #e3ddd1;vertical-align:top;color:#23211d;${WEIGHT[kind]}`;
  const colours = kind === 'part' ? 'muted line' : 'ink line';
  return (
    `<tr><td class="${colours}" style="${css}padding-right:16px;overflow-wrap:anywhere">${escapeHtml(label)}</td>` +
    `<td class="${colours}" align="right" style="${css}white-space:nowrap">${escapeHtml(amount)}</td></tr>`
  );
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
