import { printable, printableLines } from './printable';
import type { Terminal } from './terminal';

/**
 * Writes a result for people, indented, or as JSON for programs. What shoppers typed is in it: nothing reaches the
 * terminal that it would act on.
 */
export function print(terminal: Terminal, result: object, json: boolean): void {
  const plain = JSON.parse(JSON.stringify(result)) as unknown;
  printText(terminal, json ? JSON.stringify(plain, null, 2) : toText(plain).join('\n'));
}

/** Writes the results of a list for people, one below the other, with an empty line between two. */
export function printEach(terminal: Terminal, list: object): void {
  const results = Object.values(JSON.parse(JSON.stringify(list)) as Record<string, unknown>).flat();
  printText(terminal, results.map((one) => toText(one).join('\n')).join('\n\n'));
}

/** What is to be said to the person at the terminal, beside the answer. */
export function noticeOf(notice: object): string {
  const plain = JSON.parse(JSON.stringify(notice)) as unknown;
  return printableLines(toText(plain).join('\n'));
}

/** Writes a text whose line breaks are its own, such as a list. */
export function printText(terminal: Terminal, text: string): void {
  terminal.answer(printableLines(text));
}

function toText(value: unknown, indent = ''): string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${indent}none`];
    return value.flatMap((item: unknown) =>
      isFlat(item) ? [indent + inline(item)] : [...toText(item, indent), ''],
    );
  }
  if (value === null || typeof value !== 'object') return [indent + inline(value)];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    item === null || typeof item !== 'object'
      ? [`${indent}${key}: ${inline(item)}`]
      : [`${indent}${key}:`, ...toText(item, `${indent}  `)],
  );
}

/** A flat object is printed as one line, like a row of a table. */
const isFlat = (value: unknown) =>
  value === null ||
  typeof value !== 'object' ||
  Object.values(value).every((item) => item === null || typeof item !== 'object');

function inline(value: unknown): string {
  if (typeof value === 'string') return printable(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? '-';
  return Object.entries(value)
    .filter(([, item]) => item !== null)
    .map(([key, item]) => `${key} ${inline(item)}`)
    .join('  ');
}
