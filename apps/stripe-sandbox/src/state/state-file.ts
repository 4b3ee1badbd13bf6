import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../engine/clock';

/** Raised whenever what is kept takes another shape. */
const FORMAT = 2;

/** What is written: everything by name. */
export interface SavedState {
  store: Record<string, [string, unknown][]>;
  idempotencyKeys: [string, unknown][];
}

/** Changes are gathered for this long before they are written. */
const GATHER_MS = 250;

/**
 * The saved state; undefined when there is none yet. A file of another version of the sandbox is put aside, and
 * `onSetAside` told where. Throws for a file that is something else.
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
    // Told apart below: whatever is wrong with it, it is not ours to overwrite.
  }
  throw new Error(`${file} is not a state file of this sandbox; move it away or name another one.`);
}

/** Keeps a file in step with the state: soon after each change, and whole or not at all. */
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

  /** Something changed. A large state is written less often, so that writing takes little of the time. */
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
