import { afterAll } from '@jest/globals';
import { startSandbox } from '@shop/stack';
import type { RunningApp } from '@shop/stack';
import { Sandbox } from './sandbox';

const running: RunningApp[] = [];
const idle: Sandbox[] = [];

/** Takes a sandbox with an empty account. Starting a process takes longer than a reset, so suites share sandboxes. */
export async function takeSandbox(): Promise<Sandbox> {
  const sandbox = idle.pop() ?? (await start());
  await sandbox.reset({ objects: true });
  return sandbox;
}

/** Offers a sandbox to the next suite, once its suite is done with it. */
export function returnSandbox(sandbox: Sandbox): void {
  idle.push(sandbox);
}

async function start(): Promise<Sandbox> {
  const app = await startSandbox({ SANDBOX_PORT: '0' });
  running.push(app);
  return new Sandbox(app.url);
}

afterAll(async () => {
  await Promise.all(running.map((app) => app.stop()));
});
