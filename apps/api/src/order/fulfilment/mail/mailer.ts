import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import nodemailer from 'nodemailer';
import { Config } from '../../../config/config';

export interface Mail {
  /** Unique for each mail and the same in every try. It becomes the Message-ID. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** A mail server that hangs ends the job's try after this time; the library's default is ten minutes. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends e-mail by SMTP or, without a server, writes it as an .eml file that any mail program opens. */
@Injectable()
export class Mailer {
  private readonly logger = new Logger('Mail');
  private readonly smtp;

  constructor(private readonly config: Config) {
    const { smtpUrl } = config.mail;
    this.smtp = smtpUrl ? nodemailer.createTransport({ url: smtpUrl, ...TIMEOUTS }) : undefined;
  }

  async send({ id, to, ...content }: Mail): Promise<void> {
    const { from, dir } = this.config.mail;
    const host = new URL(this.config.shop.url).hostname;
    // As an object it is one address, even if the shopper typed commas.
    const recipient = { name: '', address: to };
    const message = { from, to: recipient, messageId: `<${id}@${host}>`, ...content };
    if (this.smtp) {
      await this.smtp.sendMail(message);
      return;
    }
    const { message: bytes } = await nodemailer
      .createTransport({ streamTransport: true, buffer: true })
      .sendMail(message);
    await mkdir(dir, { recursive: true });
    const file = join(dir, `${id}.eml`);
    await writeFile(`${file}.part`, bytes as Buffer);
    await rename(`${file}.part`, file);
    this.logger.log({ file }, 'mail written to a file: no SMTP_URL');
  }
}
