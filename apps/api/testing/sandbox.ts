/** The sandbox's control API, as far as the tests need it: see apps/stripe-sandbox/README.md. */
export class Sandbox {
  constructor(readonly url: string) {}

  /** Pays as a shopper would, without a browser. */
  async complete(
    stripeSessionId: string,
    shopper: { name?: string; email?: string; card?: { number: string } } = {},
  ): Promise<{ redirectUrl?: string }> {
    return (await this.call('POST', `sessions/${stripeSessionId}/complete`, {
      name: 'Jenny Rosen',
      email: 'jenny.rosen@example.com',
      ...shopper,
    })) as { redirectUrl?: string };
  }

  switches(switches: Record<string, unknown>): Promise<unknown> {
    return this.call('PUT', 'switches', switches);
  }

  settings(settings: Record<string, unknown>): Promise<unknown> {
    return this.call('PUT', 'settings', settings);
  }

  faults(faults: Record<string, unknown>): Promise<unknown> {
    return this.call('PUT', 'faults', faults);
  }

  /** Settings, switches and faults as at the start; with `objects`, the account is empty as well. */
  reset(options: { objects?: boolean } = {}): Promise<unknown> {
    return this.call('POST', 'reset', options);
  }

  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.url}/sandbox/api/${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`sandbox: ${method} ${path} → ${response.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
}
