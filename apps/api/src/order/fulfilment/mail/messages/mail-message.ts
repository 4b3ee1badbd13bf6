import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { MailSaid } from './mail-said';

/** The words of one kind of e-mail. Each sentence must be true of every order that gets it. */
export interface MailMessage {
  subject: (said: MailSaid) => MessageDescriptor;
  greeting: (said: MailSaid) => MessageDescriptor;
  /** Each is a paragraph. */
  news: (said: MailSaid) => MessageDescriptor[];
}

export const thanks: MailMessage['greeting'] = ({ name }) =>
  name ? msg`Thanks for your order, ${name}!` : msg`Thanks for your order!`;

export const hello: MailMessage['greeting'] = ({ name }) =>
  name ? msg`Hello ${name},` : msg`Hello,`;
