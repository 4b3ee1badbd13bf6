/** How much of each list is shown, and of what; kept in the page's address. */
export interface View {
  query: string;
  most: Readonly<Record<ListName, number>>;
  /** How many of each list have to be read for that, newest first. */
  toRead: Readonly<Record<ListName, number>>;
  /** Whether an object says what is looked for, anywhere in it. */
  finds(object: object): boolean;
  /** The address that shows more of one list. */
  moreHref(list: ListName): string;
}

type ListName = 'sessions' | 'events';

const FIRST = { sessions: 30, events: 60 };
const MORE = 100;
/** As much as is looked through for a word. */
const SEARCHED = 1000;
/** The most the control API answers. */
const MOST = 10_000;
/** A session's payment is told by about so many events. */
const EVENTS_OF_A_SESSION = 8;

/** Reads the view from the address's query; what makes no sense counts as not given. */
export function readView(search: URLSearchParams): View {
  const query = (search.get('q') ?? '').trim();
  const wanted = query.toLowerCase();
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
    toRead: wanted
      ? { sessions: SEARCHED, events: SEARCHED }
      : {
          // One more than is shown tells that there are more.
          sessions: most.sessions + 1,
          events: Math.min(most.events + 1 + most.sessions * EVENTS_OF_A_SESSION, MOST),
        },
    finds: (object) => wanted === '' || JSON.stringify(object).toLowerCase().includes(wanted),
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
