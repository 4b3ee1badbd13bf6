import { and, isNotNull, isNull } from 'drizzle-orm';
import { webhookEvents } from '../src/database/schema/tables';
import type { TestApi } from './start-test-api';
import { until } from './until';

/** Waits until no stored event waits for its job any more. */
export const untilHandled = (api: TestApi): Promise<number> =>
  until(
    () =>
      api.database.queries.$count(
        webhookEvents,
        and(isNull(webhookEvents.handledAt), isNotNull(webhookEvents.subjectId)),
      ),
    (waiting) => waiting === 0,
  );
