import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { merchantEventOf, merchantEventTypes, problemSchema } from '@shop/contract';
import type { MerchantEventType } from '@shop/contract';
import { examples } from '@shop/contract/examples';
import type { ExampleName } from '@shop/contract/examples';
import { z } from 'zod';

/**
 * The version of the contract. Its first number rises when a consumer breaks: libs/contract/compatibility compares each
 * document with the one that was released last, and libs/contract/CHANGELOG.md says why.
 */
export const CONTRACT_VERSION = '2.3.0';

/** The OpenAPI 3.1 document of the API, made from its controllers and the contract's zod schemas. */
export function createDocument(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Order confirmation API')
    .setDescription('Starts Stripe Checkout, tells shoppers the truth about their orders.')
    .setVersion(CONTRACT_VERSION)
    .setOpenAPIVersion('3.1.0')
    .addServer('/', 'Where this document comes from.')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        description: "A key of one of the shop's own systems: npm run staff -- keys create <name>.",
      },
      'apiKey',
    )
    .addCookieAuth(
      '__Host-staff',
      {
        type: 'apiKey',
        in: 'cookie',
        description:
          "A person's session, from POST /api/staff/session, for pages of CONSOLE_URL alone. Its name is staff where the console is not on https.",
      },
      'staffSession',
    )
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    operationIdFactory: (_controller, method) => method,
    standardSchemaConverter: (schema, { schemaType }) => convert(schema as z.ZodType, schemaType),
  });
  // Shoppers do not log in. The cookie that checkout sets shows more of an order, and no operation needs it.
  document.security = [];
  // Problems are referred to by name in `Answers`.
  const { components } = convert(problemSchema, 'output');
  const webhooks = merchantWebhooks();
  document.components = {
    ...document.components,
    schemas: {
      ...document.components?.schemas,
      ...(components as Schemas),
      ...webhooks.components,
    },
  };
  document.webhooks = webhooks.operations;
  return document;
}

/** The events that the API posts to the merchant's system. */
function merchantWebhooks() {
  const components: Schemas = {};
  const operations: NonNullable<OpenAPIObject['webhooks']> = {};
  for (const type of Object.keys(merchantEventTypes) as MerchantEventType[]) {
    const example = `merchant-${type.replace(/[._]/g, '-')}` as ExampleName;
    const converted = withReferences(convert(merchantEventOf(type), 'output'));
    Object.assign(components, converted.components);
    const content = {
      schema: converted.schema,
      examples: { [example]: { value: examples[example] } },
    };
    operations[type] = { post: webhookOperation(type, { 'application/json': content }) };
  }
  return { components, operations };
}

/** Nest turns zod's references into the document's for operations of controllers only. */
const withReferences = <T>(converted: T): T =>
  JSON.parse(JSON.stringify(converted).replaceAll('"#/$defs/', '"#/components/schemas/')) as T;

const webhookOperation = (type: MerchantEventType, content: Record<string, object>) => ({
  operationId: type.replace(/[._](\w)/g, (_, letter: string) => letter.toUpperCase()),
  tags: ['merchant'],
  summary: merchantEventTypes[type],
  parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
    name,
    in: 'header' as const,
    required: true,
    description: 'Standard Webhooks (https://www.standardwebhooks.com).',
    schema: { type: 'string' },
  })),
  requestBody: { required: true, content },
  responses: {
    '2XX': { description: 'Taken.' },
    '4XX': { description: 'Refused for good, but for 408, 425 and 429.' },
    '5XX': { description: 'Tried again for a day, later each time.' },
  },
});

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
