import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import nodemailer from 'nodemailer';
import { Clock } from '../../../clock/clock';
import { Config } from '../../../config/config';
import { DeliveryError } from '../delivery-error';
import { asRefusal, refusedRecipients } from './smtp-refusal';
import type { RefusedRecipient } from './smtp-refusal';

export interface Mail {
  /** Unique for each mail and the same in every try. It becomes the Message-ID. */
  id: string;
  /** One address, or several that see each other. */
  to: string | readonly string[];
  /** The same for all mails about one thing: mail programs show them together. */
  thread?: string;
  subject: string;
  text: string;
  html?: string;
}

/** A mail server that hangs ends the job's try after this time; the library's default is ten minutes. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * A mail server that answers slowly, or byte by byte, ends the try after this time: those above count silence. It is well
 * below the time that a job may take (see queues.ts): then another worker would send the same e-mail beside this one.
 */
const DEADLINE_MS = 60_000;

/** Sends e-mail by SMTP or, without a server, writes it as an .eml file that any mail program opens. */
@Injectable()
export class Mailer {
  private readonly logger = new Logger('Mail');
  private readonly smtp;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    const { smtpUrl } = config.mail;
    this.smtp = smtpUrl ? nodemailer.createTransport({ url: smtpUrl, ...TIMEOUTS }) : undefined;
  }

  /**
   * @param deadlineMs for all of it; then the connection is closed
   * @returns the recipients that the mail server refuses, or puts off, while others get the e-mail
   * @throws DeliveryError when the mail server refuses this e-mail or takes too long; else what the network throws
   */
  async send(
    { id: stepId, to, thread, ...content }: Mail,
    deadlineMs = DEADLINE_MS,
  ): Promise<RefusedRecipient[]> {
    // Neither a Message-ID nor the name of a file takes them.
    const id = stepId.replace(/[:/]/g, '-');
    const { from, replyTo, dir } = this.config.mail;
    const host = new URL(this.config.shop.url).hostname;
    // No mail has this id. All of a thread answer it, whichever of them comes first, or comes at all.
    const root = thread === undefined ? undefined : `<${thread}@${host}>`;
    // As an object it is one address, even if the shopper typed commas.
    const recipients = [to].flat().map((address) => ({ name: '', address }));
    const message = {
      from,
      to: recipients,
      ...(replyTo !== undefined && { replyTo }),
      messageId: `<${id}@${host}>`,
      ...(root !== undefined && { inReplyTo: root, references: root }),
      date: this.clock.now(),
      // Holiday notices are not sent in answer to it (https://www.rfc-editor.org/rfc/rfc3834#section-5).
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...content,
    };
    if (this.smtp) {
      const signal = AbortSignal.timeout(deadlineMs);
      const sent = await this.smtp.sendMail({ ...message, signal }).catch((error: unknown) => {
        if (signal.aborted) throw new DeliveryError('ETIMEDOUT', false);
        throw asRefusal(error) ?? error;
      });
      return refusedRecipients(sent);
    }
    const { message: bytes } = await nodemailer
      .createTransport({ streamTransport: true, buffer: true })
      .sendMail(message);
    await mkdir(dir, { recursive: true });
    const file = join(dir, `${id}.eml`);
    await writeFile(`${file}.part`, bytes as Buffer);
    await rename(`${file}.part`, file);
    this.logger.log({ file }, 'mail written to a file: no SMTP_URL');
    return [];
  }
}
