import { setTimeout as wait } from 'node:timers/promises';
import { problemCodes } from '@shop/contract';
import type { Problem, WithdrawalReceipt } from '@shop/contract';
import type { Answer, HttpClient } from '@shop/shop-harness/network/http-client';
import { randomBetween } from '@shop/shop-harness/random';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';

const TIMEOUT_MS = 10_000;
/** A browser's and a warehouse's patience with a shop whose replicas crash. */
const GIVE_UP_MS = 60_000;
const RETRY_MS = { least: 20, most: 200 };

const codes = new Set<string>(problemCodes);

/** What shoppers and the warehouse ask for after the payment, each until there is an answer that is no 503. */
export class AfterPaymentCalls {
  /** How often each was answered how: `cancel 204`, `parcel 409 ORDER_NOT_SHIPPABLE` … */
  readonly answers: Record<string, number> = {};
  /** Requests that a crash has left without an answer. They were sent again. */
  unanswered = 0;
  /** Those that had no answer but 503 within a minute. */
  abandoned = 0;
  /** Answers with neither 2xx nor a problem document with a code of the contract. */
  unclear = 0;
  serverErrors = 0;

  constructor(
    private readonly client: HttpClient,
    private readonly url: () => string,
    private readonly staffKey: string,
  ) {}

  /** @returns whether it is cancelled */
  async cancel({ stripeSessionId: sessionId, cookie }: PlacedOrder): Promise<boolean> {
    const answer = await this.ask('cancel', '/api/orders/cancellation', { sessionId }, { cookie });
    return answer?.status === 204;
  }

  /** @returns whether all of the order is in a parcel */
  async ship({ number }: PlacedOrder, key: string): Promise<boolean> {
    const answer = await this.ask(
      'parcel',
      `/api/staff/orders/${number}/shipments`,
      { carrier: 'DHL', trackingNumber: number },
      { authorization: `Bearer ${this.staffKey}`, 'idempotency-key': key },
    );
    return answer?.status === 201;
  }

  /** @returns the reference of the record */
  async withdraw({ number }: PlacedOrder, shopper: number): Promise<string | undefined> {
    const email = `withdrawer-${shopper}@drill.example`;
    const content = { name: 'Jenny Rosen', orderNumber: number, email, reason: 'too many bowls' };
    const answer = await this.ask('withdrawal', '/api/orders/withdrawals', content, {
      'x-forwarded-for': addressOf(shopper),
    });
    if (answer?.status !== 201) return undefined;
    return (JSON.parse(answer.body) as WithdrawalReceipt).reference;
  }

  private async ask(
    what: string,
    path: string,
    content: object,
    headers: Record<string, string>,
  ): Promise<Answer | undefined> {
    const giveUpAt = performance.now() + GIVE_UP_MS;
    const body = JSON.stringify(content);
    while (performance.now() < giveUpAt) {
      try {
        const answer = await this.client.ask(this.url() + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body,
          timeoutMs: TIMEOUT_MS,
        });
        this.judge(what, answer);
        if (answer.status !== 503) return answer;
      } catch {
        this.unanswered += 1;
      }
      await wait(randomBetween(RETRY_MS.least, RETRY_MS.most));
    }
    this.abandoned += 1;
    return undefined;
  }

  private judge(what: string, { status, body }: Answer): void {
    const isDone = status >= 200 && status < 300;
    const code = isDone ? '' : codeIn(body);
    const key = `${what} ${status} ${code}`.trim();
    this.answers[key] = (this.answers[key] ?? 0) + 1;
    if (!isDone && !codes.has(code)) this.unclear += 1;
    if (status >= 500 && status !== 503) this.serverErrors += 1;
  }
}

function codeIn(body: string): string {
  try {
    return (JSON.parse(body) as Problem).code;
  } catch {
    return 'no-problem-document';
  }
}

/** An IP address for each shopper. */
const addressOf = (shopper: number) =>
  `10.${[shopper >> 16, shopper >> 8, shopper].map((n) => n & 255).join('.')}`;
