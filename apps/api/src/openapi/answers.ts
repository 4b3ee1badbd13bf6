import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { problems } from '@shop/contract';
import type { ProblemCode } from '@shop/contract';
import { z } from 'zod';

interface Success {
  description: string;
  schema?: z.ZodType;
}

interface Answer {
  summary: string;
  query?: Record<string, z.ZodType>;
  headers?: Record<string, z.ZodType>;
  200?: Success;
  201?: Success;
  204?: Success;
  problems: ProblemCode[];
}

/**
 * Everything the outside may know of an operation, in one place: what it takes, what it answers by status, and with
 * which problem codes. The success schema also filters what is sent: a key that is not in it never leaves.
 */
export function Answers({ summary, query = {}, headers = {}, problems: codes, ...rest }: Answer) {
  const successes = Object.entries<Success>(rest);
  const schema = successes[0]?.[1].schema;
  return applyDecorators(
    ApiOperation({ summary }),
    ...Object.entries(query).map(([name, type]) =>
      ApiQuery({ name, required: true, schema: inlineSchema(type) }),
    ),
    ...Object.entries(headers).map(([name, type]) =>
      ApiHeader({ name, required: true, schema: inlineSchema(type) }),
    ),
    ...successes.map(([status, { description, schema: standardSchema }]) =>
      ApiResponse({
        status: Number(status),
        description,
        ...(standardSchema && { standardSchema }),
      }),
    ),
    ...problemResponses(codes),
    ...(schema ? [SerializeOptions({ schema })] : []),
  );
}

/** One response per status, whose description lists the codes that come with it. */
function problemResponses(codes: ProblemCode[]) {
  const all: ProblemCode[] = [...codes, 'INTERNAL_ERROR'];
  const statuses = [...new Set(all.map((code) => problems[code].status))];
  return statuses.map((status) => {
    const ofStatus = all.filter((code) => problems[code].status === status);
    return ApiResponse({
      status,
      description: ofStatus.map((code) => `${code}: ${problems[code].title}.`).join(' '),
      content: { 'application/problem+json': { schema: problemRef(ofStatus) } },
    });
  });
}

const problemRef = (codes: ProblemCode[]) => ({
  allOf: [
    { $ref: '#/components/schemas/Problem' },
    { type: 'object' as const, properties: { code: { type: 'string' as const, enum: codes } } },
  ],
});

function inlineSchema(type: z.ZodType): Record<string, unknown> {
  const { $schema: _, id: __, ...schema } = z.toJSONSchema(type) as Record<string, unknown>;
  return schema;
}
