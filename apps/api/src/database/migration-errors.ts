/** The tables of the database are not those of this build, and this process does not change them. */
export class NotMigratedError extends Error {
  constructor() {
    super(
      'The tables of the database are not those of this build, and a command does not change them. ' +
        'Start the API (npm start) or a worker (npm run worker) of this build: its start brings them up to date. ' +
        'After a backup was restored, run npm run orders -- restored hold before that start: it does the same.',
    );
  }
}

/** Another session holds what a migration has to lock. */
export class MigrationLockedError extends Error {
  constructor(cause: unknown) {
    super(
      'The database cannot be migrated: another session holds a lock that the migration needs, or migrates it too. ' +
        'Nothing was changed. Look for the oldest one, end it, and start again: ' +
        "select pid, application_name, state, xact_start from pg_stat_activity where state <> 'idle' order by xact_start",
      { cause },
    );
  }
}
