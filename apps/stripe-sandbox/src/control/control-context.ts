import type { ShiftableClock } from '../engine/clock';
import type { Engine } from '../engine/engine.types';
import type { Settings } from '../engine/settings';
import type { FaultBox } from '../http/faults';
import type { Deliverer } from '../webhook/deliverer';

/** What the parts of the control API work on. */
export interface ControlContext {
  engine: Engine;
  /** The engine's clock, which can be moved. */
  clock: ShiftableClock;
  deliverer: Deliverer;
  faults: FaultBox;
  /** The settings after a reset. */
  startSettings: Partial<Settings>;
  /** Deletes waiting retries and idempotency keys; with `objects` also all objects. */
  reset: (objects: boolean) => void;
  /** Deviations from the SDK's types so far; null if shapes are not checked. */
  shapeProblems: ReadonlySet<string> | null;
}
