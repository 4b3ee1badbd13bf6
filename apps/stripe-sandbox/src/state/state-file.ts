import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../engine/clock';

/** What is written: a format number, and everything by name. */
export interface SavedState {
  format: 1;
  store: Record<string, [string, unknown][]>;
  idempotencyKeys: [string, unknown][];
}

/** Changes are gathered for this long before they are written. */
const GATHER_MS = 250;

/** The saved state; undefined when there is none yet. Throws for a file that is something else. */
export function readState(file: string): SavedState | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const state = JSON.parse(text) as SavedState;
  if (state.format !== 1) throw new Error(`${file} is not a state file of this sandbox.`);
  return state;
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
    mkdirSync(dirname(file), { recursive: true });
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
    writeFileSync(draft, JSON.stringify(this.state()));
    renameSync(draft, this.file);
    this.#lastSaveMs = this.clock.nowMs() - startedMs;
  }
}
