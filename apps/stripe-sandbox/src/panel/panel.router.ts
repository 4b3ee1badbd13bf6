import { createHash } from 'node:crypto';
import { Router, type Response } from 'express';
import { ControlRefusal, readControlState } from './control-client';
import { panelPage, refusalPage } from './panel-page';
import { panelScript } from './panel-script';
import { panelStyle } from './panel-style';
import { readView } from './view';

/** `GET /sandbox`: the control panel. It uses the control API only. */
export function createPanelRouter(): Router {
  const router = Router();
  router.get('/sandbox', async (request, response) => {
    const { searchParams } = new URL(request.originalUrl, 'http://sandbox');
    try {
      const view = readView(searchParams);
      send(response, 200, panelPage(await readControlState(request, view), view));
    } catch (error) {
      if (!(error instanceof ControlRefusal)) throw error;
      send(response, error.status, refusalPage(error.message));
    }
  });
  return router;
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src ${hashOf(panelScript)}`,
    `style-src ${hashOf(panelStyle)}`,
    "connect-src 'self'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

function send(response: Response, status: number, page: string): void {
  response.status(status).set(HEADERS).type('html').end(page);
}
