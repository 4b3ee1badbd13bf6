declare global {
  interface Window {
    /** The confirmation as asked for by the script in index.html, before this code was there. */
    earlyAnswer?: { url: string; response: Promise<Response> } | undefined;
  }
}

/** Hands the early answer out once, to the request that would have asked the same; null for any other. */
export function takeEarlyAnswer(request: Request): Promise<Response> | null {
  const early = window.earlyAnswer;
  if (request.method !== 'GET' || early?.url !== request.url) return null;
  window.earlyAnswer = undefined;
  return early.response;
}
