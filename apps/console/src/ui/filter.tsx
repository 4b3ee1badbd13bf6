import { Link, useLocation, useSearch } from 'wouter';

interface Props {
  /** Before the choices: what is chosen. */
  label: string;
  /** In the address. */
  name: string;
  choices: readonly [value: string, words: string][];
}

/** Narrows a list. What is chosen stands in the address, so that it can be handed on. */
export function Filter({ label, name, choices }: Props) {
  const [path] = useLocation();
  const search = useSearch();
  const chosen = new URLSearchParams(search).get(name) ?? '';
  const addressOf = (value: string) => {
    const others = new URLSearchParams(search);
    if (value) others.set(name, value);
    else others.delete(name);
    return others.size > 0 ? `${path}?${others}` : path;
  };
  return (
    <nav aria-label={label}>
      <span className="detail">{label}</span>
      {[['', 'all'] as const, ...choices].map(([value, words]) => (
        <Link
          key={value}
          to={addressOf(value)}
          aria-current={value === chosen ? 'page' : undefined}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
