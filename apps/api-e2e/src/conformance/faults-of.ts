import type { Answer } from '@shop/shop-harness/network/http-client';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { components } from './api-document';
import type { DocumentedAnswer, JsonSchema, Operation } from './api-document';

/** OpenAPI 3.1 is JSON Schema 2020-12. Strict: a keyword that is not checked would be an untested promise. */
const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
});
addFormats(ajv);
ajv.addVocabulary(['components', 'example', 'discriminator']);

const compiled = new Map<JsonSchema, ValidateFunction>();

/** How an answer differs from the document of the operation; empty when it does not. */
export function faultsOf(operation: Operation, answer: Answer): string[] {
  const documented = operation.answers[answer.status];
  if (!documented) return [`status ${answer.status} is not documented`];
  return [...headerFaults(documented, answer), ...bodyFaults(documented, answer)];
}

function headerFaults({ headers = {} }: DocumentedAnswer, answer: Answer): string[] {
  return Object.entries(headers).flatMap(([name, { required, schema }]) => {
    const value = answer.headers[name.toLowerCase()];
    if (value === undefined) return required ? [`header ${name} is missing`] : [];
    return violations(schema, value).map((fault) => `header ${name} ${fault}`);
  });
}

function bodyFaults({ content }: DocumentedAnswer, { headers, body }: Answer): string[] {
  if (!content) return body === '' ? [] : ['there is a body, and none is documented'];
  const type = String(headers['content-type']).split(';')[0] ?? '';
  const documented = content[type];
  if (!documented) return [`content type ${type} is not documented`];
  if (!documented.schema) return body === '' ? [`there is no body, and ${type} is documented`] : [];
  return violations(documented.schema, JSON.parse(body)).map((fault) => `body${fault}`);
}

/** How a value differs from a schema of the document; empty when it does not. */
export function violations(schema: JsonSchema, value: unknown): string[] {
  const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components });
  compiled.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
