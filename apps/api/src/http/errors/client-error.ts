import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ProblemCode } from '@shop/contract';
import { problemOf } from './problem-error';
import { headersFor } from '../security/security-headers';

const CODE_OF_ERROR: Partial<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

/**
 * What Node cannot even parse as a request, or has not got in time, still gets a problem document, and its connection
 * ended.
 */
export function answerClientErrors(https: boolean) {
  const headers = Object.entries(headersFor(https)).map(([name, value]) => `${name}: ${value}\r\n`);
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const code = CODE_OF_ERROR[error.code ?? ''] ?? 'INVALID_REQUEST';
    const requestId = randomUUID();
    const problem = problemOf(code, requestId);
    const body = JSON.stringify(problem);
    socket.end(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${headers.join('')}` +
        `X-Request-Id: ${requestId}\r\n` +
        'Connection: close\r\nContent-Type: application/problem+json; charset=utf-8\r\n' +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  };
}
