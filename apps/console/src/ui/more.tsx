interface List {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Shows the next page below the others. */
export function More({ list }: { list: List }) {
  if (!list.hasNextPage) return null;
  return (
    <button type="button" disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
      Show more
    </button>
  );
}
