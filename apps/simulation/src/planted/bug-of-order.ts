import type { PlantedBug } from './planted-bug.ts';

const ORDER = 'apps/api/src/order';
/** A bug in a file of the API's order folder. */
export const bug = (
  name: string,
  story: string,
  file: string,
  find: string,
  replace: string,
): PlantedBug => ({
  name,
  story,
  file: `${ORDER}/${file}`,
  find,
  replace,
});
