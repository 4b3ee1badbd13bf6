import { isSameUrl } from './endpoint-events';
import type { ExpectedEndpoint, FoundEndpoint } from './endpoint.types';
import { probeWebhook } from './probe-webhook';

const ASKED_AGAIN_MS = 60 * 60 * 1000;

/**
 * Finds endpoints whose address was once ours: our path on another domain, which answers as our API does or takes
 * whatever it gets. Other systems have other paths and are never asked. An address is asked once an hour.
 */
export class OldDomains {
  private readonly answers = new Map<string, { askedAtMs: number; asOurs: boolean }>();

  constructor(private readonly secret: string) {}

  /** @returns the same endpoints, with `answersAsOurs` where an address was asked */
  async mark(expected: ExpectedEndpoint, found: FoundEndpoint[]): Promise<FoundEndpoint[]> {
    return Promise.all(
      found.map(async (one) => {
        const isAsked =
          one.enabled && !isSameUrl(one.url, expected.url) && hasPathOf(expected, one);
        return isAsked ? { ...one, answersAsOurs: await this.answersAsOurs(one.url) } : one;
      }),
    );
  }

  private async answersAsOurs(url: string): Promise<boolean> {
    const known = this.answers.get(url);
    if (known && Date.now() - known.askedAtMs < ASKED_AGAIN_MS) return known.asOurs;
    const answer = await probeWebhook(url, this.secret);
    const asOurs = answer === 'knows_secret' || answer === 'takes_anything';
    this.answers.set(url, { askedAtMs: Date.now(), asOurs });
    return asOurs;
  }
}

const hasPathOf = (expected: ExpectedEndpoint, { url }: FoundEndpoint) =>
  URL.canParse(url) && isSameUrl(new URL(new URL(url).pathname, expected.url).href, expected.url);
