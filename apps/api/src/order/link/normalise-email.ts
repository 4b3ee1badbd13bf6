/** An e-mail address as it is compared: shoppers write their own in several ways. */
export const normaliseEmail = (email: string) => email.normalize('NFC').trim().toLowerCase();
