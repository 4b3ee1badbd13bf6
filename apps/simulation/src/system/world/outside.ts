import type { MerchantEvent } from '@shop/contract';
import type { Mail } from '../../../../api/src/order/fulfilment/mail/mailer';
import { DeliveryError } from '../../../../api/src/order/fulfilment/delivery-error';
import type { Kernel, Process } from '../machine/kernel';

/** How a mail server or a warehouse is. `refusing`: it says no for good. */
export type Mood = 'up' | 'down' | 'refusing';

/** One thing that has arrived outside. */
export interface Told {
  channel: 'mail' | 'merchant';
  /** The same in every try. */
  id: string;
  /** Who sent it, and whether it got the answer. */
  process: Process;
  wasAnswered: boolean;
  event: MerchantEvent | undefined;
}

/** The mail server and the warehouse: what they have taken, in order. */
export class Outside {
  moods: Record<Told['channel'], Mood> = { mail: 'up', merchant: 'up' };
  told: Told[] = [];
  /** The next answer is lost: what was sent has arrived, and the shop does not know it. */
  losesAnswer = false;
  /** Called with what is being told, before it counts as told. */
  onTold: (told: Told) => Promise<void> = () => Promise.resolve();

  onLost: () => void = () => undefined;

  constructor(private readonly kernel: Kernel) {}

  reset(): void {
    this.moods = { mail: 'up', merchant: 'up' };
    this.told = [];
    this.losesAnswer = false;
  }

  async mail(process: Process, { id }: Mail): Promise<void> {
    await this.kernel.turn(process, `mail ${id}`, false);
    if (this.moods.mail === 'refusing') throw new DeliveryError('550', true);
    if (this.moods.mail === 'down') throw new DeliveryError('ECONNREFUSED', false);
    if (await this.take({ channel: 'mail', id, process, wasAnswered: false, event: undefined }))
      throw new DeliveryError('ECONNRESET', false);
  }

  async post(process: Process, init: RequestInit): Promise<Response> {
    const id = new Headers(init.headers).get('webhook-id') ?? '';
    await this.kernel.turn(process, `merchant ${id}`, false);
    if (this.moods.merchant === 'down') throw new TypeError('fetch failed');
    if (this.moods.merchant === 'refusing') return { ok: false, status: 410 } as Response;
    const event = JSON.parse(init.body as string) as MerchantEvent;
    if (await this.take({ channel: 'merchant', id, process, wasAnswered: false, event }))
      throw new TypeError('fetch failed');
    return { ok: true, status: 204 } as Response;
  }

  /** @returns whether the answer is lost */
  private async take(told: Told): Promise<boolean> {
    await this.onTold(told).catch(async (error: Error) => {
      this.kernel.broken = error;
      await new Promise(() => undefined);
    });
    this.told.push(told);
    if (this.losesAnswer) {
      this.losesAnswer = false;
      this.onLost();
      return true;
    }
    await this.kernel.turn(told.process, 'taken', false);
    told.wasAnswered = true;
    return false;
  }
}
