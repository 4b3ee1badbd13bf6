import { createInterface } from 'node:readline';
import type { Terminal } from './terminal';

/** Asks the person at the terminal. @returns whether the answer is yes; no when there is nobody to answer */
export async function confirmed({ input, prompt }: Terminal, question: string): Promise<boolean> {
  prompt(`${question} `);
  for await (const line of createInterface({ input })) return line.trim().toLowerCase() === 'yes';
  return false;
}
