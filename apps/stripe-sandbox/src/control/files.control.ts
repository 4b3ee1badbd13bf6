import { Router } from 'express';
import { z } from 'zod';
import type { Engine } from '../engine/engine.types';
import { uploadFile } from '../engine/files';
import { readBody } from './control-error';

const fileSchema = z.strictObject({
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, 'a content type such as image/png'),
  base64: z.base64(),
});

/** What a person uploads in the Dashboard. */
export function createFileControl(engine: Engine): Router {
  const router = Router();
  router.post('/files', (request, response) => {
    response.json({ url: uploadFile(engine, readBody(fileSchema, request)) });
  });
  return router;
}
