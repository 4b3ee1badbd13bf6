import { html, type Html } from '../hosted-page/html';

export type Tone = 'good' | 'calm' | 'waiting' | 'bad' | 'off';

export function badge(word: string, tone: Tone): Html {
  return html`<span class="badge ${tone}">${word}</span>`;
}

const shortTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** A time in this machine's time zone; reader and server are on the same machine. */
export function moment(atMs: number): Html {
  const at = new Date(atMs);
  return html`<time datetime="${at.toISOString()}">${shortTime.format(at)}</time>`;
}

export function count(items: number, one: string, many = `${one}s`): string {
  return `${items.toLocaleString('en')} ${items === 1 ? one : many}`;
}
