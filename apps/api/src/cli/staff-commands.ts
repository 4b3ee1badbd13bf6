import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { staffRoles } from '../database/schema/order-values';
import { ApiKeysService } from '../staff/api-keys.service';
import { StaffAuditService } from '../staff/staff-audit.service';
import { audited } from './audited';
import { CommandError, UsageError } from './command-error';
import { PeopleCommands } from './people-commands';
import { nameSchema } from './staff-name';

const CREATE = `keys create <name> [--role <${staffRoles.join(' | ')}>]`;
const USAGE = `Usage: npm run staff -- ${CREATE} | keys list | keys revoke <id> | people …`;

export interface StaffOptions {
  role?: string | undefined;
}

/** Who may use the API under /api/staff: `npm run staff`. */
@Injectable()
export class StaffCommands {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly people: PeopleCommands,
    private readonly audit: StaffAuditService,
  ) {}

  /** @returns a plain object, the same as `--json` prints */
  async run(command: string, args: string[], options: StaffOptions): Promise<object> {
    const [what, ...rest] = args;
    if (command === 'people') return this.people.run(what, rest, options.role);
    if (command !== 'keys') throw new UsageError(USAGE);
    switch (what) {
      case 'create':
        return this.create(rest, options.role);
      case 'list':
        if (rest.length > 0) throw new UsageError(USAGE);
        return this.list();
      case 'revoke':
        return this.revoke(rest);
      default:
        throw new UsageError(USAGE);
    }
  }

  private async create(args: string[], asked = 'operator'): Promise<object> {
    const name = nameSchema.safeParse(args[0]);
    const role = staffRoles.find((one) => one === asked);
    if (!name.success || args.length > 1 || !role) throw new UsageError(USAGE);
    return audited(this.audit, 'createKey', { subject: name.data }, async () => {
      const { id, key } = await this.keys.create(name.data, role);
      return { id, name: name.data, role, key, note: 'The key is shown this once.' };
    });
  }

  private async list(): Promise<object> {
    const keys = await this.keys.list();
    return {
      keys: keys.map(({ id, name, role, prefix, createdAt, revokedAt }) => {
        return { id, name, role, key: `shopkey_${prefix}_…`, createdAt, revokedAt };
      }),
    };
  }

  private async revoke(args: string[]): Promise<object> {
    const id = z.uuid().safeParse(args[0]);
    if (!id.success || args.length > 1) throw new UsageError(USAGE);
    return audited(this.audit, 'revokeKey', { subject: id.data }, async () => {
      const name = await this.keys.revoke(id.data);
      if (name === undefined) throw new CommandError('No key that is valid has this id.');
      return { id: id.data, name, revoked: true };
    });
  }
}
