import type { Channel } from '../../database/schema/tables';

/** What a person is told when a step could not be delivered: what happened, and the command that sends that step. */
export function undeliverableReason(
  { channel, step }: { channel: Channel; step: string },
  isFinal: boolean,
  number: string,
): string {
  const resend = `npm run orders -- resend ${number} --step ${step}`;
  if (channel === 'mail')
    return isFinal
      ? `the mail server refused its e-mail for good: reach the shopper in another way, or mend the cause and run ${resend}`
      : `its e-mail could not be sent for a day: mend the mail server, then run ${resend}`;
  if (channel === 'staff')
    return isFinal
      ? `the mail server refused an e-mail about it to the staff for good: correct mail.staff in the shop's file, then run ${resend}`
      : `an e-mail about it to the staff could not be sent for a day: mend the mail server, then run ${resend}`;
  return isFinal
    ? `the merchant's system refused its event for good: mend the cause, then run ${resend}`
    : `the merchant's system did not take its event for a day: mend it, then run ${resend}`;
}
