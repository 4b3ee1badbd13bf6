import { createHash } from 'node:crypto';

const keyOf = (letter: string) => `shopkey_${letter.repeat(10)}_${letter.repeat(43)}`;

/** API keys that every shop of these specs has, by their role. */
export const staffKeys = { operator: keyOf('a'), viewer: keyOf('b') } as const;

/** Statements that write them, as `npm run staff -- keys create` does. */
export const writeStaffKeys: string[] = Object.entries(staffKeys).map(([role, key], index) => {
  const [, prefix = ''] = key.split('_');
  const hash = createHash('sha256').update(key).digest('hex');
  return `insert into api_keys (id, name, prefix, key_hash, role, created_at)
    values ('00000000-0000-4000-8000-00000000000${index}', '${role}', '${prefix}', '${hash}', '${role}', now())`;
});

/** The header of a call. */
export const withKey = (role: keyof typeof staffKeys = 'operator'): Record<string, string> => ({
  authorization: `Bearer ${staffKeys[role]}`,
});
