import { startSandbox } from '@shop/stack';
import { onCleanUp, whenStarted } from '../cleanup-registry';
import { SandboxControl } from './sandbox-control';

const spare: SandboxControl[] = [];

/** A sandbox without any objects: one that a drill has given back, or a new one. It ends with the run. */
export async function takeSandbox(): Promise<SandboxControl> {
  const used = spare.pop();
  if (used) return used;
  const starting = startSandbox({ SANDBOX_PORT: '0' });
  onCleanUp(() => whenStarted(starting, (sandbox) => sandbox.stop()));
  return new SandboxControl((await starting).url);
}

/** Gives it back as it was at its start; starting one takes longer than forgetting everything. */
export async function giveSandboxBack(sandbox: SandboxControl): Promise<void> {
  await sandbox.call('POST', 'reset', { objects: true });
  spare.push(sandbox);
}
