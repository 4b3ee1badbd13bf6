import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { FullConfirmation } from '@shop/contract';
import { isolated, shownLine } from './shown-name';

type Mail = NonNullable<FullConfirmation['mail']>;
type Subject = 'confirmation' | 'payment' | 'refund' | 'order';
type Said = { date: string; email: string };
type Messages = Readonly<Record<Subject, (said: Said) => MessageDescriptor>>;

const SENT: Messages = {
  confirmation: ({ date, email }) => msg`We e-mailed your confirmation on ${date} to ${email}.`,
  payment: ({ date, email }) => msg`We e-mailed you about your payment on ${date} to ${email}.`,
  refund: ({ date, email }) => msg`We e-mailed you about your refund on ${date} to ${email}.`,
  order: ({ date, email }) => msg`We e-mailed you about your order on ${date} to ${email}.`,
};

const PENDING: Messages = {
  confirmation: ({ email }) => msg`We’re sending your confirmation to ${email}.`,
  payment: ({ email }) => msg`We’re sending an e-mail about your payment to ${email}.`,
  refund: ({ email }) => msg`We’re sending an e-mail about your refund to ${email}.`,
  order: ({ email }) => msg`We’re sending an e-mail about your order to ${email}.`,
};

const UNDELIVERABLE: Messages = {
  confirmation: ({ email }) => msg`Our e-mail with your confirmation did not arrive at ${email}.`,
  payment: ({ email }) => msg`Our e-mail about your payment did not arrive at ${email}.`,
  refund: ({ email }) => msg`Our e-mail about your refund did not arrive at ${email}.`,
  order: ({ email }) => msg`Our e-mail about your order did not arrive at ${email}.`,
};

/**
 * What the page says of the last e-mail about an order, from the record of its sending; null when there is nothing true to
 * say: what was sent before the address was corrected names no address.
 *
 * @param formatDate formats an ISO time as a date
 */
export function mailMessage(
  mail: Mail,
  formatDate: (at: string) => string,
): MessageDescriptor | null {
  const subject = subjectOf(mail.about);
  const said = {
    date: mail.sentAt === null ? '' : formatDate(mail.sentAt),
    email: isolated(shownLine(mail.to ?? '')),
  };
  if (said.email === '')
    return mail.status === 'sent'
      ? msg`Our last e-mail about this order went to your earlier address.`
      : null;
  if (mail.status === 'sent') return said.date === '' ? null : SENT[subject](said);
  return (mail.status === 'pending' ? PENDING : UNDELIVERABLE)[subject](said);
}

/** An e-mail that is newer than this page is about the order. */
function subjectOf(about: string): Subject {
  if (about === 'order_confirmed') return 'confirmation';
  if (about === 'payment_failed') return 'payment';
  return about.startsWith('refund_') ? 'refund' : 'order';
}
