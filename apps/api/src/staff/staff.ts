import type { StaffRole } from '../database/schema/order-values';

/** Who calls the staff's API: a system with a key, or a person with a session. */
export interface Staff {
  /** Of the key or the person, for people. */
  name: string;
  role: StaffRole;
  apiKeyId: string | null;
  personId: string | null;
  /** When the session began; null of a key. */
  signedInAt: Date | null;
  /** When it ends by itself; null of a key. */
  expiresAt: Date | null;
}

/** Whether names, addresses and what people have written may be shown. */
export const seesPeople = ({ role }: Pick<Staff, 'role'>): boolean => role === 'operator';
