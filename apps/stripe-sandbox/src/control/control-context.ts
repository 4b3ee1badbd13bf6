import type { Engine } from '../engine/engine.types';
import type { Settings } from '../engine/settings';
import type { FaultBox } from '../http/faults';
import type { Deliverer } from '../webhook/deliverer';

/** What the parts of the control API work on. */
export interface ControlContext {
  engine: Engine;
  deliverer: Deliverer;
  faults: FaultBox;
  /** The settings a reset goes back to. */
  startSettings: Partial<Settings>;
  /** Forgets waiting retries and idempotency keys, and all objects when told. */
  reset: (objects: boolean) => void;
  /** What was not of the SDK's types so far; null when nobody looks. */
  shapeProblems: ReadonlySet<string> | null;
}
