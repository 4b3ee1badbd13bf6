/** What waits in this process for the database is too much or too old. The request was not begun: it may be sent again. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';

  constructor(readonly reason: 'full' | 'late') {
    super(
      reason === 'full'
        ? 'Too many requests wait for the database.'
        : 'The request has waited too long for the database.',
    );
  }
}
