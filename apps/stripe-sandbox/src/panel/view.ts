/** How much of each list is shown, and of what; kept in the page's address. */
export interface View {
  query: string;
  most: Readonly<Record<ListName, number>>;
  /** Whether an object says what is looked for, anywhere in it. */
  finds(object: object): boolean;
  /** The address that shows more of one list. */
  moreHref(list: ListName): string;
}

type ListName = 'sessions' | 'events';

const FIRST = { sessions: 30, events: 60 };
const MORE = 100;

/** Reads the view from the address's query; what makes no sense counts as not given. */
export function readView(search: URLSearchParams): View {
  const query = (search.get('q') ?? '').trim();
  const wanted = query.toLowerCase();
  const mostOf = (list: ListName) => {
    const given = Number(search.get(list));
    return Number.isSafeInteger(given) && given > FIRST[list] ? given : FIRST[list];
  };
  const most = { sessions: mostOf('sessions'), events: mostOf('events') };
  return {
    query,
    most,
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
