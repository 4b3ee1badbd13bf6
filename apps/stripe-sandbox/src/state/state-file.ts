import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../engine/clock';

/** Increase this when the format of the file changes. */
const FORMAT = 2;

/** The content of the file. */
export interface SavedState {
  store: Record<string, [string, unknown][]>;
  idempotencyKeys: [string, unknown][];
}

/** Changes are collected for this long before they are written. */
const GATHER_MS = 250;

/**
 * The saved state; undefined if there is none. A file of another version of the sandbox is renamed, and
 * `onSetAside` gets the new name. Throws if the file is not a state file.
 */
export function readState(
  file: string,
  onSetAside: (aside: string) => void,
): SavedState | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const { format, ...state } = parse(file, text);
  if (format === FORMAT) return state;
  const aside = `${file}.format-${format}`;
  renameSync(file, aside);
  onSetAside(aside);
  return undefined;
}

function parse(file: string, text: string): SavedState & { format: number } {
  try {
    const state = JSON.parse(text) as SavedState & { format: number };
    if (typeof state.format === 'number') return state;
  } catch {
    // The check below throws: a file that is not a state file must not be overwritten.
  }
  throw new Error(`${file} is not a state file of this sandbox; move it away or name another one.`);
}

/** Writes the state to a file soon after each change. A write is atomic. */
export class StateSaver {
  #cancel: (() => void) | undefined;
  #lastSaveMs = 0;

  constructor(
    private readonly file: string,
    private readonly clock: Clock,
    private readonly state: () => SavedState,
  ) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  }

  /** Call after a change. A large state is written less often, so that writing costs little time. */
  touch(): void {
    this.#cancel ??= this.clock.after(Math.max(GATHER_MS, this.#lastSaveMs * 20), () =>
      this.save(),
    );
  }

  save(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const startedMs = this.clock.nowMs();
    const draft = `${this.file}.${process.pid}.tmp`;
    // For its owner only: it holds signing secrets.
    writeFileSync(draft, JSON.stringify({ format: FORMAT, ...this.state() }), { mode: 0o600 });
    renameSync(draft, this.file);
    this.#lastSaveMs = this.clock.nowMs() - startedMs;
  }
}
