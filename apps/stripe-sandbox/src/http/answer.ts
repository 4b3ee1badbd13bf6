import type { Response } from 'express';

/** What an API request is answered with. */
export interface Answer {
  status: number;
  body: string;
  /** The request that was first answered so. */
  requestId: string;
}

/** Stripe's bodies are indented; tools that print them rely on it. */
export function jsonText(body: object): string {
  return `${JSON.stringify(body, null, 2)}\n`;
}

export function sendAnswer(response: Response, answer: Pick<Answer, 'status' | 'body'>): void {
  response.status(answer.status);
  response.setHeader('Content-Type', 'application/json');
  response.end(answer.body);
}
