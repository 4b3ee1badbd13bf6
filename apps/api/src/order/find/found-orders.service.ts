import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../config/config';
import { Deployment } from '../../deployment/deployment';
import { JobQueue } from '../../jobs/job-queue';
import type { Jobs } from '../../jobs/queues';
import { asDeliveryError } from '../fulfilment/delivery-error';
import { foundOrdersMail } from '../fulfilment/mail/letters/found-orders-mail';
import { Mailer } from '../fulfilment/mail/mailer';
import { OrderLinkService } from '../link/order-link.service';
import { FindOrderRepository } from './find-order.repository';

/** More links than anybody reads; the newest orders are looked for. */
const MOST_LINKS = 20;

/** Looks the orders of an address up and sends their links there. An address without orders gets no e-mail. */
@Injectable()
export class FoundOrders implements OnApplicationBootstrap {
  private readonly logger = new Logger('FindOrder');

  constructor(
    private readonly jobs: JobQueue,
    private readonly repository: FindOrderRepository,
    private readonly links: OrderLinkService,
    private readonly mailer: Mailer,
    private readonly deployment: Deployment,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.work('order.find', (job) => this.send(job));
  }

  private async send({ id, email, orderNumber }: Jobs['order.find']): Promise<void> {
    const found = await this.repository.findByEmail(email, orderNumber, MOST_LINKS);
    const orders = found.filter(({ deploymentId }) => !this.deployment.isOther(deploymentId));
    const [newest] = orders;
    // To the address that the order has: whoever asked may have written another that only looks the same.
    if (!newest?.email) return;
    const linked = await Promise.all(
      orders.map(async (order) => ({ order, url: await this.links.urlOf(order) })),
    );
    const mail = foundOrdersMail(linked, this.config.shopFile, this.config.shop.url);
    try {
      await this.mailer.send({ id: `found-orders-${id}`, to: newest.email, ...mail });
    } catch (error) {
      const { code, isFinal } = asDeliveryError(error);
      if (!isFinal) throw error;
      this.logger.warn({ orderNumber: newest.number, code }, 'links to orders not taken');
    }
  }
}
