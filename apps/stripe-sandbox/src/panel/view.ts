/** The filter and the length of each list; kept in the page's URL. */
export interface View {
  query: string;
  most: Readonly<Record<ListName, number>>;
  /** How many items of each list must be read, newest first. */
  toRead: Readonly<Record<ListName, number>>;
  /** Show the events of products, prices and the like too. */
  catalogue: boolean;
  /** The address that shows more of one list. */
  moreHref(list: ListName): string;
}

type ListName = 'sessions' | 'events';

const FIRST = { sessions: 30, events: 60 };
const MORE = 100;
/** How many items a search reads. */
const SEARCHED = 1000;
/** The largest `limit` of the control API. */
const MOST = 10_000;
/** About so many events belong to one session's payment. */
const EVENTS_OF_A_SESSION = 8;

/** Reads the view from the URL's query; invalid values are ignored. */
export function readView(search: URLSearchParams): View {
  const query = (search.get('q') ?? '').trim();
  const mostOf = (list: ListName) => {
    const given = Number(search.get(list));
    return Number.isSafeInteger(given)
      ? Math.min(Math.max(given, FIRST[list]), MOST - 1)
      : FIRST[list];
  };
  const most = { sessions: mostOf('sessions'), events: mostOf('events') };
  return {
    query,
    most,
    toRead: query
      ? { sessions: SEARCHED, events: SEARCHED }
      : {
          // One more than is shown, to know whether there are more.
          sessions: most.sessions + 1,
          events: Math.min(most.events + 1 + most.sessions * EVENTS_OF_A_SESSION, MOST),
        },
    catalogue: search.get('catalogue') === '1',
    moreHref(list) {
      const next = new URLSearchParams({
        ...(query && { q: query }),
        sessions: String(most.sessions),
        events: String(most.events),
        [list]: String(most[list] + MORE),
      });
      return `/sandbox?${next.toString()}`;
    },
  };
}
