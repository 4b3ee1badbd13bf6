import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import type { OrderRow } from '../../database/schema/tables';
import { createToken } from '../../http/security/secret-token';
import { LINK_TOKEN_MS, readLinkToken, signLinkToken } from './link-token';
import { SecretRepository } from './secret.repository';

type LinkedOrder = Pick<OrderRow, 'id' | 'email' | 'stripeSessionId'>;

/** Makes the links of e-mails, and judges the tokens in them. */
@Injectable()
export class OrderLinkService {
  private kept: Promise<Buffer> | undefined;

  constructor(
    private readonly secrets: SecretRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * The confirmation's address for an e-mail to the order's shopper. It opens the order in any browser for 30 days. The
   * token is in the fragment, which browsers send to no server.
   */
  async urlOf({ id, email, stripeSessionId }: LinkedOrder): Promise<string> {
    const url = `${this.config.shop.url}/order/success?session_id=${stripeSessionId}`;
    if (!email) return url;
    const expiresAt = new Date(this.clock.now().getTime() + LINK_TOKEN_MS);
    return `${url}#t=${signLinkToken(await this.key(), { orderId: id, email }, expiresAt)}`;
  }

  /**
   * @param order undefined where there is none: it takes as long to say no
   * @returns when the token expires; undefined unless it was made for this order and the address it has now
   */
  async expiryOf(order: LinkedOrder | undefined, token: string): Promise<Date | undefined> {
    const subject = { orderId: order?.id ?? '', email: order?.email ?? '' };
    const expiresAt = readLinkToken(await this.key(), subject, token, this.clock.now());
    return order?.email ? expiresAt : undefined;
  }

  /** Read once for each process. A reading that failed is repeated. */
  private key(): Promise<Buffer> {
    this.kept ??= this.readKey().catch((error: unknown) => {
      this.kept = undefined;
      throw error;
    });
    return this.kept;
  }

  private async readKey(): Promise<Buffer> {
    const candidate = createToken();
    const value = await this.secrets.findOrKeep('order_link', candidate, this.clock.now());
    return Buffer.from(value, 'base64url');
  }
}
