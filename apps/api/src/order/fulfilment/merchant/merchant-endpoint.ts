import { Injectable } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { Clock } from '../../../clock/clock';
import { Config } from '../../../config/config';
import { DeliveryError } from '../delivery-error';

const TIMEOUT_MS = 10_000;

/** The answers of the 4xx class that pass: https://www.standardwebhooks.com asks for more patience with them. */
const PASSING = new Set([408, 425, 429]);

/** The merchant's own system, at FULFILLMENT_WEBHOOK_URL. */
@Injectable()
export class MerchantEndpoint {
  readonly isConfigured: boolean;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.isConfigured = config.merchant !== undefined;
  }

  /**
   * Posts an event, signed by the Standard Webhooks scheme (https://www.standardwebhooks.com) with every secret.
   * @param id the same for every attempt
   * @returns the status that took it
   * @throws DeliveryError unless the answer is 2xx. A 4xx is final, but for 408, 425 and 429
   */
  async post(id: string, event: object): Promise<number> {
    const { merchant } = this.config;
    if (!merchant) throw new DeliveryError('not configured', true);
    const body = JSON.stringify(event);
    const timestamp = this.clock.now();
    const signatures = merchant.secrets.map((secret) =>
      new Webhook(secret).sign(id, timestamp, body),
    );
    const response = await fetch(merchant.url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(timestamp.getTime() / 1000)),
        'webhook-signature': signatures.join(' '),
      },
    });
    await response.body?.cancel();
    const { ok, status } = response;
    if (!ok)
      throw new DeliveryError(
        String(status),
        status >= 400 && status < 500 && !PASSING.has(status),
      );
    return status;
  }
}
