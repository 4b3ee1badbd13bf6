import type { Engine } from '../engine/engine';

/** One operation of Stripe's API: the only place that says what it takes and how it is done. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** With `:id` where an id stands. */
  path: string;
  /** The name of its parameters' type in the SDK; their names and types are checked against it. */
  params: string;
  /**
   * Which of the parameters do what Stripe says, as "name" or "name.part" ("[]" for any element); a name stands for
   * its parts too unless some are listed. All others are refused by name, so that nothing is ignored in silence.
   */
  supports: readonly string[];
  run(engine: Engine, id: string, params: never): object;
}

/** Checks a route's parts against each other and forgets the type of its parameters. */
export function route<Params>(
  definition: Omit<Route, 'run'> & {
    run(engine: Engine, id: string, params: Params): object;
  },
): Route {
  return definition;
}

export const LIST_PARAMS = ['limit', 'starting_after', 'ending_before', 'expand'];
