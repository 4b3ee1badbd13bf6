declare global {
  interface Window {
    /** What the first page shows, requested by the script in index.html before this code had loaded. */
    earlyAnswer?: { url: string; response: Promise<Response> } | undefined;
  }
}

/** Returns the early answer once, to the request for the same address; null for any other request. */
export function takeEarlyAnswer(request: Request): Promise<Response> | null {
  const early = window.earlyAnswer;
  if (request.method !== 'GET' || early?.url !== request.url) return null;
  window.earlyAnswer = undefined;
  return early.response;
}
