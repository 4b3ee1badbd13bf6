import { Failure } from './failure';

interface Props {
  found: { error: Error | null; failureReason: Error | null; data: unknown };
  isEmpty: boolean;
  /** What is said of a list without rows. */
  empty: string;
}

/** What there is to say of a list beside its rows: that it failed, is loading, or is empty. */
export function ListState({ found: { error, failureReason, data }, isEmpty, empty }: Props) {
  const isThere = data !== undefined;
  // While there is nothing to show, nobody waits for the last try to learn that the first one failed.
  const failure = error ?? (isThere ? null : failureReason);
  return (
    <>
      {failure && <Failure error={failure} />}
      {!isThere && !failure && <p role="status">Loading …</p>}
      {isThere && isEmpty && <p role="status">{empty}</p>}
    </>
  );
}
