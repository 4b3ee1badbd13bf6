import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { problemSchema } from '@shop/contract';
import { z } from 'zod';

/**
 * The version of the contract. Its first number rises when a consumer breaks: libs/contract/compatibility compares each
 * document with the one that was released last, and libs/contract/CHANGELOG.md says why.
 */
export const CONTRACT_VERSION = '2.0.0';

/** The OpenAPI 3.1 document of the API, made from its controllers and the contract's zod schemas. */
export function createDocument(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Order confirmation API')
    .setDescription('Starts Stripe Checkout, tells shoppers the truth about their orders.')
    .setVersion(CONTRACT_VERSION)
    .setOpenAPIVersion('3.1.0')
    .addServer('/', 'Where this document comes from.')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    operationIdFactory: (_controller, method) => method,
    standardSchemaConverter: (schema, { schemaType }) => convert(schema as z.ZodType, schemaType),
  });
  // Nobody logs in. The cookie that checkout sets shows more of an order, and no operation needs it.
  document.security = [];
  // Problems are referred to by name in `Answers`.
  const { components } = convert(problemSchema, 'output');
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...(components as Schemas) },
  };
  return document;
}

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Named schemas (`.meta({ id })`) become components; their uses become references. */
function convert(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, $defs = {}, ...inline } = z.toJSONSchema(schema, { io });
  const components = Object.fromEntries(
    Object.entries($defs).map(([name, { id: _id, ...definition }]) => [name, definition]),
  );
  return { schema: inline, components };
}

/** GET /api/docs for people, GET /api/openapi.json for programs. */
export function serveDocs(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => createDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Order confirmation API',
  });
}
