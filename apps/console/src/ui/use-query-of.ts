import { useSearch } from 'wouter';

/** What the address says of these names; what it does not say is left out. */
export function useQueryOf(...names: string[]): Record<string, string> {
  const search = new URLSearchParams(useSearch());
  const said = names.map((name) => [name, search.get(name) ?? ''] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== ''));
}
