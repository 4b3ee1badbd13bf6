import type { MailContent, MailFact } from './content/mail-content';

/** The plain text of an e-mail. */
export function mailText(content: MailContent): string {
  const { footer, links, shop } = content;
  const contacts = footer.support.map((one) => (typeof one === 'string' ? one : one.text));
  const blocks = [
    content.greeting,
    ...content.news,
    content.toDo.map(factText).join('\n'),
    links.map(({ text, url }) => `${text}:\n${url}`).join('\n\n'),
    [content.orderNumber, content.orderedAt].filter(Boolean).join('\n'),
    content.rows.map(({ label, amount }) => `${label}: ${amount}`).join('\n'),
    ...content.facts.map(factText),
    ...content.notes,
    [content.questions, ...contacts].join('\n'),
    footer.legal.map(({ text, url }) => `${text}: ${url}`).join('\n'),
    // Two hyphens and a space begin a signature: https://www.rfc-editor.org/rfc/rfc3676#section-4.3
    ['-- ', `${shop.name}, ${shop.url}`, ...footer.seller].join('\n'),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

const factText = ({ label, lines }: MailFact) =>
  lines.length === 1 ? `${label}: ${lines[0]}` : [`${label}:`, ...lines].join('\n');
