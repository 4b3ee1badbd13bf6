import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const { freePort } = await import('@shop/stack');

const file = join(import.meta.dirname, '../libs/stack/src/free-port.ts');

/** What a process of its own gets, which lives until it is released. */
async function portsOfAProcess(count: number) {
  const code = `
    import { freePort } from ${JSON.stringify(file)};
    const ports = await Promise.all(Array.from({ length: ${count} }, freePort));
    process.stdout.write(JSON.stringify(ports));
    process.stdin.resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const [said] = (await Promise.race([once(child.stdout, 'data'), ended])) as [unknown];
  const release = async () => {
    child.stdin.end();
    await ended;
  };
  return { ports: JSON.parse(String(said)) as number[], release };
}

it('gives free ports that the system gives nobody by itself, and each to one caller alone', async () => {
  const mine = await Promise.all(Array.from({ length: 30 }, freePort));
  const others = await Promise.all([portsOfAProcess(30), portsOfAProcess(30)]);
  await Promise.all(others.map(({ release }) => release()));
  const ports = [mine, ...others.map((other) => other.ports)].flat();
  expect(new Set(ports).size).toBe(90);
  expect(Math.min(...ports)).toBeGreaterThan(1024);
  // Linux gives out ports from here by itself, other systems from further above.
  expect(Math.max(...ports)).toBeLessThan(32_768);
  const servers = mine.map((port) => createServer().listen(port, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  for (const server of servers) server.close();
});
