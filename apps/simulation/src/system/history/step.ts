/** One step of a history: enough to live it again, also without the steps before it. */
export interface Step {
  event: number;
  fault: number;
  /** Of its own stream of random numbers. */
  seed: number;
}
