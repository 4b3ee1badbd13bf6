import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { startProgram } from './program';

const XVFB = '/usr/bin/Xvfb';

/** Why no window can be opened here, or undefined. */
export function noDisplay(): string | undefined {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return existsSync(XVFB) || DISPLAY || WAYLAND_DISPLAY
    ? undefined
    : 'no display on this machine, and no Xvfb to stand in for one';
}

export interface Display {
  env: Record<string, string>;
  close: () => Promise<void>;
}

/** A display that nobody sees (Xvfb), or the machine's own where Xvfb is not installed. WebKitGTK has no headless mode. */
export async function openDisplay(): Promise<Display> {
  if (!existsSync(XVFB)) return { env: {}, close: () => Promise.resolve() };
  const screen = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const xvfb = startProgram(XVFB, screen);
  // Xvfb chooses a free number and writes it when it takes connections.
  const [number] = (await once(createInterface({ input: xvfb.channel }), 'line')) as [string];
  return { env: { DISPLAY: `:${number}`, GDK_BACKEND: 'x11' }, close: xvfb.stop };
}
