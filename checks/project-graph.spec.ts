import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { cleanEnvironment } from './copies/clean-environment.ts';

const root = join(import.meta.dirname, '..');

/** Runs nx as `npx nx …` does, and returns what it prints. */
async function nx(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('npx', ['nx', ...args], {
    cwd: root,
    env: cleanEnvironment(),
  });
  return stdout;
}

interface Graph {
  nodes: Record<string, { data: { root: string; tags: string[] } }>;
  dependencies: Record<string, { target: string }[]>;
}

let graph: Graph;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'graph-'));
  try {
    const file = join(folder, 'graph.json');
    await nx('graph', `--file=${file}`);
    ({ graph } = JSON.parse(await readFile(file, 'utf8')) as { graph: Graph });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/**
 * Which scopes each scope may use: said here again, apart from eslint.config.mjs, so that loosening a lint rule does
 * not loosen this. `stripe` is the table of currencies, `shop` reads the shop file, `tooling` starts the apps for the
 * tests, `e2e` tests or measures the built apps from outside, `harness` is what those programs share, `simulation` runs
 * parts of API and sandbox in one process.
 * Packages are no part of this graph: boundaries.spec.ts has those.
 */
const MAY_USE: Record<string, string[]> = {
  web: ['web', 'shared', 'shop', 'stripe', 'tooling'],
  console: ['console', 'shared', 'stripe'],
  api: ['api', 'shared', 'shop', 'stripe', 'tooling'],
  sandbox: ['sandbox', 'stripe'],
  shared: ['shared'],
  shop: ['shop', 'stripe'],
  stripe: ['stripe'],
  tooling: ['tooling', 'shop'],
  e2e: ['harness', 'shared', 'shop', 'stripe', 'tooling'],
  harness: ['harness', 'shared', 'shop', 'stripe', 'tooling'],
  simulation: ['api', 'sandbox', 'harness', 'shared', 'shop', 'stripe', 'tooling'],
};

function tagOf(project: string, kind: 'scope' | 'type'): string {
  const tags = graph.nodes[project]?.data.tags.filter((tag) => tag.startsWith(`${kind}:`)) ?? [];
  if (tags.length !== 1) throw new Error(`${project} needs one ${kind}, and has ${tags.length}`);
  return tags[0]?.slice(kind.length + 1) ?? '';
}

const arrows = () =>
  Object.entries(graph.dependencies).flatMap(([from, targets]) =>
    targets.map(({ target }) => ({ from, to: target })),
  );

describe('the graph that nx draws', () => {
  it('has the arrows everybody expects: it is not empty', () => {
    expect(arrows()).toEqual(
      expect.arrayContaining([
        { from: 'web', to: 'contract' },
        { from: 'api', to: 'contract' },
        { from: 'stripe-sandbox', to: 'money' },
      ]),
    );
  });

  it('has no arrow between scopes that may not know each other', () => {
    const wrong = arrows().filter(
      ({ from, to }) => !MAY_USE[tagOf(from, 'scope')]?.includes(tagOf(to, 'scope')),
    );
    expect(wrong).toEqual([]);
  });

  it('has no arrow to an app but from the simulation', () => {
    const wrong = arrows().filter(
      ({ from, to }) => tagOf(to, 'type') !== 'lib' && tagOf(from, 'type') !== 'simulation',
    );
    expect(wrong).toEqual([]);
  });
});

describe('nx affected', () => {
  const tested = async (file: string) =>
    (await nx('show', 'projects', '--affected', `--files=${file}`, '--withTarget=test'))
      .trim()
      .split('\n')
      .sort();

  it('runs no API test for a change in the shop', async () => {
    expect(await tested('apps/web/src/main.tsx')).toEqual(['web', 'workspace']);
  });

  it('runs no test of the shop for a change in the API', async () => {
    expect(await tested('apps/api/src/main.ts')).not.toContain('web');
  });

  it('runs both teams’ tests for a change in the contract', async () => {
    expect(await tested('libs/contract/src/index.ts')).toEqual(
      expect.arrayContaining(['api', 'contract', 'web']),
    );
  });
});

describe('.github/CODEOWNERS', () => {
  let rules: { pattern: string; owners: string[] }[];
  beforeAll(async () => {
    const text = await readFile(join(root, '.github/CODEOWNERS'), 'utf8');
    rules = text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [pattern = '', ...owners] = line.split(/\s+/);
        return { pattern, owners };
      });
  });

  it('names every project in a line of its own, and no folder that is not there', () => {
    const folders = Object.values(graph.nodes).map(({ data }) => `/${data.root}/`);
    const named = rules.map(({ pattern }) => pattern).filter((pattern) => pattern !== '*');
    expect(named.sort()).toEqual(folders.sort());
  });

  it('gives every line an owner, and the contract both teams', () => {
    expect(rules.filter(({ owners }) => owners.length === 0)).toEqual([]);
    const contract = rules.find(({ pattern }) => pattern === '/libs/contract/');
    expect(contract?.owners).toEqual(['@shop/frontend', '@shop/backend']);
  });
});
