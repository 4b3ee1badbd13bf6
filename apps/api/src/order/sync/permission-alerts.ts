import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';

/**
 * Readings that a restricted API key may not be allowed to make (https://docs.stripe.com/keys/restricted-api-keys). Each
 * missing permission is alerted once in a process.
 */
@Injectable()
export class PermissionAlerts {
  private readonly logger = new Logger('StripePermissions');
  private readonly alerted = new Set<string>();

  /**
   * @param otherwise what is known without the permission
   * @throws whatever else `read` throws
   */
  async orElse<T>(read: () => Promise<T>, otherwise: () => T | Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripePermissionError)) throw error;
      this.alert(error);
      return otherwise();
    }
  }

  /** Remembers what another part has alerted: it is not alerted again when a reading meets it. */
  remember(permission: string): void {
    this.alerted.add(permission);
  }

  /** Stripe's message names the permission, such as `rak_charge_read`. It holds no secrets but the key's last letters. */
  private alert({ message, requestId }: Stripe.errors.StripePermissionError): void {
    const permission = /rak_\w+/.exec(message)?.[0] ?? 'of one of the objects of an order';
    if (this.alerted.has(permission)) return;
    this.alerted.add(permission);
    this.logger.error(
      {
        alert: true,
        code: permission,
        reason: `the Stripe API key lacks the permission ${permission}: add it in the Dashboard, see docs/operations.md`,
        stripeRequestId: requestId,
      },
      'Stripe key is wrong',
    );
  }
}
