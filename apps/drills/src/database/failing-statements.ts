import type { Query } from '@shop/shop-harness/database/shop-database';

/** The steps of taking in an event that can be made to fail: its row, its job, and the commit of both. */
export const failingSteps = ['event', 'job', 'commit'] as const;
export type FailingStep = (typeof failingSteps)[number];

/** An event that meets this failure has an id that starts so. */
export const idPrefixOf = (step: FailingStep) => `evt_${step}`;

/**
 * Makes two of three tries of each step fail, for events whose id says so: a sequence goes on counting when its
 * transaction is rolled back.
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

/** A failing commit is a constraint that is only looked at when everything else is done. */
function triggerOf(step: FailingStep): string {
  const table = step === 'job' ? 'pgboss.job' : 'webhook_events';
  const kind = step === 'commit' ? 'constraint trigger' : 'trigger';
  const when = step === 'commit' ? 'deferrable initially deferred' : '';
  return `create ${kind} drill_${step} after insert on ${table} ${when}
    for each row execute function drill_fail_${step}()`;
}

/** How many statements have failed so far. */
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
