import { formatMoney } from '@shop/money';
import type Stripe from 'stripe';

/** Text of a PDF's standard font: Latin letters, with brackets and backslashes escaped. */
const pdfText = (text: string) =>
  text.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, (character) => `\\${character}`);

/** The invoice as the smallest PDF that a reader opens: one page of text. */
export function invoicePdf(invoice: Stripe.Invoice): Buffer {
  const money = (amountMinor: number) => formatMoney(amountMinor, invoice.currency, 'en');
  const lines = [
    `Invoice ${invoice.number}`,
    ...(invoice.customer_name ? [invoice.customer_name] : []),
    ...(invoice.customer_tax_ids ?? []).map(({ value }) => String(value)),
    ...invoice.lines.data.map(({ description, amount }) => `${description}: ${money(amount)}`),
    `Total: ${money(invoice.total)}`,
  ];
  const shown = lines.map((line) => `(${pdfText(line)}) Tj T*`).join('\n');
  const content = `BT /F1 12 Tf 18 TL 72 770 Td\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text +=
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}` +
    `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
