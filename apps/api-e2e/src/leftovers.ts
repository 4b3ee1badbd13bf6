const open = new Set<() => Promise<void>>();

/** Remembers what has to be closed, however the run ends. Closing it twice does nothing. */
export function closing(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined;
  const once = () => (closed ??= close().finally(() => open.delete(once)));
  open.add(once);
  return once;
}

/** Closes everything that is still open, last opened first: processes, folders, databases. */
export async function closeLeftovers(): Promise<void> {
  for (const close of [...open].reverse()) await close();
}
