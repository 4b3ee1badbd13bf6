import type { Database } from '../database/database';
import type { Tracing } from './tracing';

interface Client {
  query: (statement: unknown, ...rest: unknown[]) => Promise<unknown>;
}

/**
 * Makes transactions, and statements outside of one, spans of the request or the job they belong to. Where traces are
 * off nothing is touched. A statement is named by its verb and table; its values are in nobody's trace.
 */
export function traceDatabase(database: Database, tracing: Tracing): Database {
  if (!tracing.isOn) return database;
  const attributes = { 'db.system.name': 'postgresql' };
  const transaction = database.transaction.bind(database);
  database.transaction = (work) =>
    tracing.spanWithin('transaction', attributes, () => transaction(work));
  const write = database.write.bind(database);
  database.write = (statements) =>
    tracing.spanWithin('transaction', attributes, () => write(statements));

  const { $client: client } = database.queries as unknown as { $client: Client };
  const query = client.query.bind(client);
  client.query = (statement, ...rest) => {
    const summary = summaryOf(statement);
    const described = { ...attributes, 'db.query.summary': summary };
    return tracing.spanWithin(summary, described, () => query(statement, ...rest));
  };
  return database;
}

/** `select orders`: of the text that drizzle writes, or of the object it hands to pg. */
function summaryOf(statement: unknown): string {
  const text = typeof statement === 'string' ? statement : (statement as { text?: unknown })?.text;
  const whole = typeof text === 'string' ? text : '';
  // Of a chain of statements the first one tells what it is about.
  const words = withoutParentheses(whole.replace(/^\s*with\s+"?\w+"?\s+as\s+\(/i, ''));
  const verb = /^\s*(select|insert|update|delete)\b/i.exec(words)?.[1]?.toLowerCase();
  const name = /\b(?:from|into|update)\s+"?(\w+)"?/i.exec(words)?.[1];
  return verb ? [verb, name].filter(Boolean).join(' ') : 'statement';
}

/** The statement itself, without the ones inside it. */
function withoutParentheses(text: string): string {
  const outer = text.replace(/\([^()]*\)/g, '');
  return outer === text ? text : withoutParentheses(outer);
}
