import { z } from 'zod';

/** Of a person of the staff, or of a key. */
export const nameSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u);
