/** What went wrong, in words. */
export function Failure({ error }: { error: Error }) {
  return (
    <p role="alert" className="failure">
      {error.message}
    </p>
  );
}
