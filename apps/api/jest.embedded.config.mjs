import usual from './jest.config.mjs';
import { answers } from './testing/postgres-server.mjs';

/**
 * The specs about the database, on the embedded one: what the usual run leaves out where PostgreSQL answers. Where none
 * does, that run has been on the embedded database.
 */
export default {
  ...usual,
  displayName: 'api embedded',
  testMatch: (await answers()) ? ['<rootDir>/testing/groups/embedded/*.group.ts'] : [],
  passWithNoTests: true,
};
