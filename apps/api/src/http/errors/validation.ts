import { StandardSchemaValidationPipe } from '@nestjs/common';
import { ProblemError } from './problem-error';

/** Checks every `@Body({ schema })`, `@Query({ schema })` and `@Param({ schema })` against its zod schema. */
export const validationPipe = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) =>
    new ProblemError(
      'INVALID_REQUEST',
      issues.slice(0, 10).map(({ path, message }) => ({
        path: (path ?? [])
          .map((part) => String(typeof part === 'object' ? part.key : part))
          .join('.'),
        message,
      })),
    ),
});
