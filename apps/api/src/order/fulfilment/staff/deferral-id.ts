/** The step that tells one address of staff what the mail server has put off. */
export const DEFERRED_STAFF = 'deferred_staff';

/**
 * The id of the trigger `staff_mail_deferred`.
 * @param place of the address in mail.staff, from 1
 * @param toldAt when the e-mail went to the others
 */
export const deferralId = (place: number, toldAt: Date) => `${place}/${toldAt.getTime()}`;

export function parseDeferralId(id: string): { place: number; toldAt: Date } {
  const [place = 0, toldAt = 0] = id.split('/').map(Number);
  return { place, toldAt: new Date(toldAt) };
}
