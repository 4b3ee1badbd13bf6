import type { Response } from 'express';

/** The answer to an API request. */
export interface Answer {
  status: number;
  body: string;
  /** The id of the request that got this answer first. */
  requestId: string;
}

/** Stripe's bodies are indented; tools print them as they are. */
export function jsonText(body: object): string {
  return `${JSON.stringify(body, null, 2)}\n`;
}

export function sendAnswer(response: Response, answer: Pick<Answer, 'status' | 'body'>): void {
  response.status(answer.status);
  response.setHeader('Content-Type', 'application/json');
  response.end(answer.body);
}
