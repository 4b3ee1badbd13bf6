import usual from './jest.config.mjs';
import { onServer } from './testing/postgres-server.mjs';

/** Where no PostgreSQL answers, the usual run has been on the embedded database. */
const isLeft = await onServer((client) => client.query('select 1')).then(
  () => true,
  () => false,
);

/** The specs about the database, on the embedded one: what the usual run leaves out where PostgreSQL answers. */
export default {
  ...usual,
  displayName: 'api embedded',
  testMatch: isLeft ? ['<rootDir>/testing/groups/embedded/*.group.ts'] : [],
  passWithNoTests: true,
};
