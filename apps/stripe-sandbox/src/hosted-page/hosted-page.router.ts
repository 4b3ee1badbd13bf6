import express, { Router, type NextFunction, type Request, type Response } from 'express';
import type { Engine } from '../engine/engine.types';
import { StripeError } from '../engine/stripe-error';
import { ownFormsOnly } from '../http/browser-guard';
import type { Deliverer } from '../webhook/deliverer';
import { sendPage } from './layout';
import { messagePage } from './other-pages';
import { pageScript } from './page-script';
import { pageStyle } from './page-style';
import { createPayRouter } from './pay.router';
import { createSidePagesRouter } from './side-pages.router';
import { speechFor } from './language/speech';

/** The pages a shopper sees. */
export function createHostedPageRouter(engine: Engine, deliverer: Deliverer): Router {
  const router = Router();
  router.get('/c/assets/page.css', (_request, response) => {
    response.type('css').end(pageStyle);
  });
  router.get('/links/:id', (request, response) => {
    const file = engine.store.files.get(request.params.id);
    if (file) response.type(file.type).end(Buffer.from(file.base64, 'base64'));
    else response.status(404).end();
  });
  router.get('/c/assets/page.js', (_request, response) => {
    response.type('js').end(pageScript);
  });
  router.use('/c', ownFormsOnly, express.urlencoded({ extended: false, limit: '64kb' }));
  router.use('/c/pay', createPayRouter(engine, deliverer));
  router.use(createSidePagesRouter(engine));
  router.use(
    ['/c', '/i', '/receipts', '/vouchers', '/billing'],
    (error: unknown, request: Request, response: Response, next: NextFunction) => {
      if (!(error instanceof StripeError)) {
        next(error);
        return;
      }
      const speech = speechFor(request, null);
      const { unknownTitle, unknownText } = speech.words;
      sendPage(response, error.status, messagePage(unknownTitle, unknownText, null, speech));
    },
  );
  return router;
}
