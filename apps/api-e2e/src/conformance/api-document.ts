import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@shop/stack';

/** The part of JSON Schema that openapi.json uses. */
export interface JsonSchema {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  maxLength?: number;
  format?: string;
  allOf?: JsonSchema[];
  anyOf?: JsonSchema[];
}

interface Content {
  /** Without a schema: bytes. */
  content?: Record<string, { schema?: JsonSchema }>;
}

export interface Parameter {
  in: 'query' | 'header' | 'path';
  name: string;
  required?: boolean;
  schema: JsonSchema;
}

export interface DocumentedAnswer extends Content {
  headers?: Record<string, { required?: boolean; schema: JsonSchema }>;
}

export interface Operation {
  /** operationId: `start`, `confirmation`, … */
  id: string;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  parameters: Parameter[];
  /** Whether it takes an API key. */
  needsKey: boolean;
  /** The schema of the body, when one is documented. */
  body: JsonSchema | undefined;
  /** By status. */
  answers: Record<string, DocumentedAnswer>;
}

interface ApiDocument {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        parameters?: Parameter[];
        security?: object[];
        requestBody?: Content;
        responses: Record<string, DocumentedAnswer>;
      }
    >
  >;
  components: { schemas: Record<string, JsonSchema> };
  /** By the type of the event. */
  webhooks: Record<string, { post: { requestBody: Content } }>;
}

const { paths, components, webhooks } = JSON.parse(
  readFileSync(join(repositoryRoot, 'libs/contract/openapi.json'), 'utf8'),
) as ApiDocument;

export { components };

export const operations: Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, { operationId, parameters, security, requestBody, responses }]) => ({
      id: operationId,
      method: method.toUpperCase() as Operation['method'],
      path,
      parameters: parameters ?? [],
      needsKey: security !== undefined && security.length > 0,
      body: requestBody?.content?.['application/json']?.schema,
      answers: responses,
    }),
  ),
);

export function operationOf(id: string): Operation {
  const operation = operations.find((one) => one.id === id);
  if (!operation) throw new Error(`The document has no operation ${id}.`);
  return operation;
}

/** The schema of an event to the merchant's system. */
export function merchantEventSchemaOf(type: string): JsonSchema {
  const schema = webhooks[type]?.post.requestBody.content?.['application/json']?.schema;
  if (!schema) throw new Error(`The document has no event ${type}.`);
  return schema;
}

/** The documented problem codes of an answer. A success has none. */
const codesOf = (answer: DocumentedAnswer): string[] =>
  (answer.content?.['application/problem+json']?.schema?.allOf ?? []).flatMap(({ properties }) =>
    (properties?.['code']?.enum ?? []).map(String),
  );

/** The names of all documented answers: `start 409 OUT_OF_STOCK`, `products 200` … */
export const documentedAnswers: string[] = operations.flatMap(({ id, answers }) =>
  Object.entries(answers).flatMap(([status, answer]) => {
    const codes = codesOf(answer);
    return codes.length > 0 ? codes.map((code) => `${id} ${status} ${code}`) : [`${id} ${status}`];
  }),
);
