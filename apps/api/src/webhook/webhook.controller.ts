import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { Answers } from '../openapi/answers';
import { verifyEvent } from './verify-event';
import type { VerifiedEvent } from './verify-event';
import { WebhookInboxService } from './webhook-inbox.service';

@ApiTags('webhook')
@Controller('api/webhooks/stripe')
export class WebhookController {
  constructor(
    private readonly webhook: WebhookInboxService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Called by Stripe. 2xx means that the event is stored; after any other answer Stripe sends it again. */
  @Post()
  @HttpCode(200)
  @ApiHeader({ name: 'Stripe-Signature', required: true, schema: { type: 'string' } })
  @Answers({
    summary: "Takes one of Stripe's events: verified, stored once, handled by a worker",
    200: { description: 'Stored, or stored before. The body is empty.' },
    problems: [
      'INVALID_SIGNATURE',
      'INVALID_EVENT',
      'INVALID_REQUEST',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'INTERNAL_ERROR',
      'SERVICE_UNAVAILABLE',
    ],
  })
  receive(@Req() request: Request): Promise<void> {
    return this.webhook.receive(this.take(request));
  }

  /** Many requests may wait for the database, so the body, of up to 512 kB, is not kept while this one waits. */
  private take(request: Request): VerifiedEvent {
    const body: unknown = request.body;
    request.body = undefined;
    return verifyEvent(
      body,
      request.headers['stripe-signature'],
      this.config.stripe.webhookSecrets,
      this.clock.now(),
    );
  }
}
