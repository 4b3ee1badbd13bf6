import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { problems } from '@shop/contract';
import type { ProblemCode } from '@shop/contract';
import { examples } from '@shop/contract/examples';
import type { ExampleName } from '@shop/contract/examples';
import { z } from 'zod';

interface Success {
  description: string;
  schema?: z.ZodType;
  /** Content types of an answer that is no JSON. */
  media?: readonly string[];
  /** Headers of the answer, each with what it is for. */
  sends?: Record<string, string>;
  /** Names in the contract's examples. */
  examples?: ExampleName[];
}

interface Answer {
  summary: string;
  /** In the path. */
  params?: Record<string, z.ZodType>;
  query?: Record<string, z.ZodType>;
  headers?: Record<string, z.ZodType>;
  200?: Success;
  201?: Success;
  204?: Success;
  304?: Success;
  problems: ProblemCode[];
}

/**
 * Everything the outside may know of an operation, in one place: what it takes, what it answers by status, and with
 * which problem codes. The success schema also filters what is sent: a key that is not in it never leaves.
 */
export function Answers({
  summary,
  params = {},
  query = {},
  headers = {},
  problems: codes,
  ...rest
}: Answer) {
  const successes = Object.entries<Success>(rest);
  const schema = successes[0]?.[1].schema;
  return applyDecorators(
    ApiOperation({ summary }),
    ...Object.entries(params).map(([name, type]) => ApiParam({ name, schema: inlineSchema(type) })),
    ...Object.entries(query).map(([name, type]) =>
      ApiQuery({ name, required: isRequired(type), schema: inlineSchema(type) }),
    ),
    ...Object.entries(headers).map(([name, type]) =>
      ApiHeader({ name, required: true, schema: inlineSchema(type) }),
    ),
    ...successes.map(([status, success]) => successResponse(Number(status), success)),
    ...problemResponses(codes),
    ...(schema ? [SerializeOptions({ schema })] : []),
  );
}

function successResponse(
  status: number,
  { description, schema: standardSchema, media = [], sends = {}, examples: names = [] }: Success,
) {
  return ApiResponse({
    status,
    description,
    headers: { ...headersOf(status), ...sentHeaders(sends) },
    ...(standardSchema && { standardSchema }),
    // Without a schema: bytes (https://spec.openapis.org/oas/v3.1.0#considerations-for-file-uploads).
    ...(media.length > 0 && { content: Object.fromEntries(media.map((type) => [type, {}])) }),
    ...(names.length > 0 && { examples: named(names) }),
  });
}

const sentHeaders = (sends: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(sends).map(([name, description]) => [
      name,
      { description, required: true, schema: { type: 'string' as const } },
    ]),
  );

/** One response per status, whose description lists the codes that come with it. */
function problemResponses(codes: ProblemCode[]) {
  const statuses = [...new Set(codes.map((code) => problems[code].status))];
  return statuses.map((status) => {
    const ofStatus = codes.filter((code) => problems[code].status === status);
    return ApiResponse({
      status,
      description: ofStatus.map((code) => `${code}: ${problems[code].title}.`).join(' '),
      headers: headersOf(status),
      content: {
        'application/problem+json': {
          schema: problemRef(ofStatus),
          examples: named(ofStatus.map(exampleOf)),
        },
      },
    });
  });
}

const problemRef = (codes: ProblemCode[]) => ({
  allOf: [
    { $ref: '#/components/schemas/Problem' },
    { type: 'object' as const, properties: { code: { type: 'string' as const, enum: codes } } },
  ],
});

const requestIdHeader = {
  description: 'Id of the request, also in the log.',
  required: true,
  schema: { type: 'string' as const, format: 'uuid' },
};
const retryAfterHeader = {
  description: 'Whole seconds to wait before asking again.',
  required: true,
  schema: { type: 'string' as const, pattern: '^[1-9][0-9]*$' },
};
const TRY_LATER = [429, 503];

function headersOf(status: number) {
  return {
    'X-Request-Id': requestIdHeader,
    ...(TRY_LATER.includes(status) && { 'Retry-After': retryAfterHeader }),
  };
}

/** The contract's example of a problem: `problem-out-of-stock`. */
const exampleOf = (code: ProblemCode) =>
  `problem-${code.toLowerCase().replaceAll('_', '-')}` as ExampleName;

const named = (names: ExampleName[]) =>
  Object.fromEntries(names.map((name) => [name, { value: examples[name] }]));

const isRequired = (type: z.ZodType) => !type.safeParse(undefined).success;

function inlineSchema(type: z.ZodType): Record<string, unknown> {
  const { $schema: _, id: __, ...schema } = z.toJSONSchema(type) as Record<string, unknown>;
  return schema;
}
