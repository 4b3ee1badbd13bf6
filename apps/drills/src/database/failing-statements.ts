import type { Query } from '@shop/shop-harness/database/shop-database';

/** The steps of storing an event that can be made to fail: its row, its job, and the commit of both. */
export const failingSteps = ['event', 'job', 'commit'] as const;
export type FailingStep = (typeof failingSteps)[number];

/** Prefix of the ids of events for which this step fails. */
export const idPrefixOf = (step: FailingStep) => `evt_${step}`;

/**
 * Makes two of three tries of each step fail, for events with the step's id prefix. A sequence counts the tries,
 * because a rollback does not reset it.
 */
export async function makeStatementsFail(query: Query): Promise<void> {
  for (const step of failingSteps) {
    const id = step === 'job' ? `new.data->>'stripeEventId'` : 'new.id';
    await query(`create sequence drill_tries_${step}`);
    await query(
      `create function drill_fail_${step}() returns trigger language plpgsql as $$
       begin
         if ${id} like '${idPrefixOf(step).replace('_', '\\_')}%' then
           if nextval('drill_tries_${step}') % 3 <> 0 then
             raise exception 'drill: % fails', '${step}';
           end if;
         end if;
         return null;
       end $$`,
    );
    await query(triggerOf(step));
  }
}

/** A deferred constraint trigger runs at the commit, so it makes the commit fail. */
function triggerOf(step: FailingStep): string {
  const table = step === 'job' ? 'pgboss.job' : 'webhook_events';
  const kind = step === 'commit' ? 'constraint trigger' : 'trigger';
  const when = step === 'commit' ? 'deferrable initially deferred' : '';
  return `create ${kind} drill_${step} after insert on ${table} ${when}
    for each row execute function drill_fail_${step}()`;
}

/** The number of statements that have failed so far. */
export async function failuresRaised(query: Query): Promise<number> {
  let raised = 0;
  for (const step of failingSteps) {
    const [row] = await query<{ tries: number }>(
      `select (case when is_called then last_value else 0 end)::int as tries from drill_tries_${step}`,
    );
    const tries = row?.tries ?? 0;
    raised += tries - Math.floor(tries / 3);
  }
  return raised;
}
