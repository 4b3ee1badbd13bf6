import { existsSync } from 'node:fs';
import { glob, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');

interface Manifest {
  scripts: Record<string, string>;
}
interface Project {
  name: string;
  targets: Record<string, unknown>;
}

const readJson = async <T>(file: string) =>
  JSON.parse(await readFile(join(root, file), 'utf8')) as T;

async function found(pattern: string): Promise<string[]> {
  const exclude = (name: string) =>
    /(^|\/)(node_modules|dist|\.nx|tmp|test-results)(\/|$)/.test(name);
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: root, exclude })) files.push(file);
  return files;
}

/** What the documents tell people to type, and where they send them. */
describe('the documents', () => {
  let documents: { file: string; text: string }[];
  let scripts: string[];
  let projects: Map<string, string[]>;

  beforeAll(async () => {
    documents = await Promise.all(
      (await found('**/*.md')).map(async (file) => ({
        file,
        text: await readFile(join(root, file), 'utf8'),
      })),
    );
    scripts = Object.keys((await readJson<Manifest>('package.json')).scripts);
    const all = await Promise.all((await found('**/project.json')).map(readJson<Project>));
    projects = new Map(all.map(({ name, targets }) => [name, Object.keys(targets)]));
  });

  /** Every match of a pattern with the document it stands in. */
  const matches = (pattern: RegExp) =>
    documents.flatMap(({ file, text }) =>
      [...text.matchAll(pattern)].map(([whole, ...parts]) => ({ file, whole, parts })),
    );

  it('name npm scripts that exist', () => {
    const named = matches(/npm run ([a-z][\w:-]*)/g);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ parts: [script = ''] }) => !scripts.includes(script))).toEqual([]);
  });

  it('name nx targets that their projects have', () => {
    const named = [
      ...matches(/npx nx (lint|typecheck|test|build|e2e) ([a-z][\w-]*)/g).map((match) => ({
        ...match,
        parts: match.parts.toReversed(),
      })),
      ...matches(/npx nx run ([a-z][\w-]*):([\w-]+)/g),
    ];
    expect(named.length).toBeGreaterThan(5);
    const wrong = named.filter(
      ({ parts: [project = '', target = ''] }) => !projects.get(project)?.includes(target),
    );
    expect(wrong).toEqual([]);
  });

  it('name projects and targets that nx run-many finds', () => {
    const named = matches(/npx nx run-many -t ([a-z:\- ]+?) -p ([a-z, -]+)/g);
    expect(named.length).toBeGreaterThan(0);
    const wrong = named.filter(({ parts: [targets = '', names = ''] }) =>
      names
        .trim()
        .split(/[ ,]+/)
        .some((name) => targets.split(' ').some((target) => !projects.get(name)?.includes(target))),
    );
    expect(wrong).toEqual([]);
  });

  it('are there for every app', () => {
    const apps = [...projects.keys()].filter((name) => existsSync(join(root, 'apps', name)));
    expect(apps.length).toBeGreaterThan(4);
    const files = documents.map(({ file }) => file);
    expect(apps.filter((name) => !files.includes(`apps/${name}/README.md`))).toEqual([]);
  });

  it('name each room of the API, and none that is not there', async () => {
    const text = documents.find(({ file }) => file === 'apps/api/README.md')?.text ?? '';
    const named = [...text.matchAll(/`src\/([\w/-]+)`/g)].map(([, room = '']) => room);
    const src = join(root, 'apps/api/src');
    const foldersIn = async (folder: string) =>
      (await readdir(join(src, folder), { withFileTypes: true }))
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(folder, name));
    const rooms = [...(await foldersIn('')), ...(await foldersIn('order'))];
    expect(named.sort()).toEqual(rooms.sort());
  });

  it('name files of the build by the project that makes them', () => {
    const named = matches(/node dist\/apps\/([a-z-]+)\//g);
    expect(named.length).toBeGreaterThan(0);
    expect(
      named.filter(({ parts: [name = ''] }) => !projects.get(name)?.includes('build')),
    ).toEqual([]);
  });

  it('link to files that are there', () => {
    const links = matches(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g);
    expect(links.length).toBeGreaterThan(10);
    const broken = links.filter(
      ({ file, parts: [target = ''] }) => !existsSync(join(root, dirname(file), target)),
    );
    expect(broken).toEqual([]);
  });
});
