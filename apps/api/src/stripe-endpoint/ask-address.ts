export interface AddressAnswer {
  ok: boolean;
  text: string;
}

/**
 * Asks an address, and once more at once where the connection is refused or cut: a kept one may have just ended. It never
 * throws.
 * @returns `slow` when there is no answer in time, `silent` when nothing listens there
 */
export async function askAddress(
  url: string,
  init: RequestInit,
  timeoutMs: number,
): Promise<AddressAnswer | 'slow' | 'silent'> {
  const signal = AbortSignal.timeout(timeoutMs);
  const ask = async () => {
    const response = await fetch(url, { ...init, signal });
    return { ok: response.ok, text: await response.text() };
  };
  return ask()
    .catch(ask)
    .catch(() => (signal.aborted ? 'slow' : 'silent'));
}
