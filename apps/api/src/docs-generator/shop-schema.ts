import { shopFileSchema } from '@shop/shop-file';
import { z } from 'zod';

/** The JSON Schema of the shop file, for editors: they complete it, and mark faults while it is written. */
export function shopSchema(): string {
  const schema = z.toJSONSchema(shopFileSchema, { io: 'input' });
  return `${JSON.stringify({ title: 'Shop file', ...schema }, undefined, 2)}\n`;
}
