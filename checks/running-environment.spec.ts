import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const { repositoryRoot } = await import('@shop/stack');

const MODULE = pathToFileURL(join(repositoryRoot, 'libs/stack/src/running-environment.ts')).href;

/** The variables that a command has which is started in a folder, beside what runs in `.data` of another one. */
async function taken(folder: string, given: Record<string, string>) {
  const code = `(await import(${JSON.stringify(MODULE)})).takeRunningEnvironment(); console.log(JSON.stringify(process.env))`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...given },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(String(chunk)));
  await once(child, 'close');
  return JSON.parse(said.join('')) as Record<string, string>;
}

/** Writes what a start writes. */
async function running(dataDir: string, variables: Record<string, string>, pid = process.pid) {
  await mkdir(dataDir, { recursive: true });
  const { keepRunningEnvironment } = (await import(MODULE)) as {
    keepRunningEnvironment: (dir: string, given: object) => Promise<() => Promise<void>>;
  };
  const forget = await keepRunningEnvironment(dataDir, variables);
  const file = join(dataDir, 'running.env');
  if (pid !== process.pid) {
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(`=${process.pid}\n`, `=${pid}\n`));
  }
  return forget;
}

describe('a command beside a running start', () => {
  it('takes its variables, and the addresses of its sandbox before those of the .env', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'beside-'));
    await writeFile(join(folder.path, '.env'), 'WEB_URL=https://shop.example\nSMTP_URL=smtp://a\n');
    const forget = await running(folder.path, {
      STRIPE_API_BASE: 'http://127.0.0.1:4242',
      WEB_URL: 'http://localhost:4200',
      SMTP_URL: 'smtp://b',
    });
    const given = { DATA_DIR: folder.path };
    expect(await taken(folder.path, given)).toMatchObject({
      STRIPE_API_BASE: 'http://127.0.0.1:4242',
      WEB_URL: 'http://localhost:4200',
      SMTP_URL: 'smtp://a',
    });
    await forget();
    expect(await taken(folder.path, given)).toMatchObject({ WEB_URL: 'https://shop.example' });
  });

  it('takes nothing of a start that was killed, or that is about another account or database', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'beside-'));
    const variables = { STRIPE_API_BASE: 'http://127.0.0.1:4242', CONSOLE_URL: 'http://here' };
    const dead = spawn(process.execPath, ['--eval', ''], { stdio: 'ignore' });
    await once(dead, 'close');
    await running(folder.path, variables, dead.pid);
    const given = { DATA_DIR: folder.path };
    expect(await taken(folder.path, given)).not.toHaveProperty('CONSOLE_URL');
    await running(folder.path, variables);
    expect(await taken(folder.path, given)).toMatchObject({ CONSOLE_URL: 'http://here' });
    for (const another of [
      { STRIPE_API_BASE: 'http://127.0.0.1:1' },
      { DATABASE_URL: 'postgres://another' },
    ])
      expect(await taken(folder.path, { ...given, ...another })).not.toHaveProperty('CONSOLE_URL');
  });
});
