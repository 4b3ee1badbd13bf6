import { startSandbox } from '@shop/stack';
import { onCleanUp, whenStarted } from '../cleanup-registry';
import { SandboxControl } from './sandbox-control';

const spare: SandboxControl[] = [];

/** An empty sandbox: one that was given back, or a new one. It ends with the run. */
export async function takeSandbox(): Promise<SandboxControl> {
  const used = spare.pop();
  if (used) return used;
  const starting = startSandbox({ SANDBOX_PORT: '0' });
  onCleanUp(() => whenStarted(starting, (sandbox) => sandbox.stop()));
  return new SandboxControl((await starting).url);
}

/** Empties the sandbox for the next user. That is faster than to start a new one. */
export async function giveSandboxBack(sandbox: SandboxControl): Promise<void> {
  await sandbox.call('POST', 'reset', { objects: true });
  spare.push(sandbox);
}
