import { createInterface } from 'node:readline';

/** Asks the person at the terminal. @returns whether the answer is yes; no when there is nobody to answer */
export async function confirmed(question: string): Promise<boolean> {
  process.stderr.write(`${question} `);
  for await (const line of createInterface({ input: process.stdin }))
    return line.trim().toLowerCase() === 'yes';
  return false;
}
