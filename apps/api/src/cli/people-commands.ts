import { Injectable } from '@nestjs/common';
import { staffRoles } from '../database/schema/order-values';
import type { StaffRole } from '../database/schema/order-values';
import { PeopleService } from '../staff/people/people.service';
import { StaffAuditService } from '../staff/staff-audit.service';
import { audited } from './audited';
import { CommandError, UsageError } from './command-error';
import { nameSchema } from './staff-name';

const USAGE = `Usage: npm run staff -- people add <name> [--role <${staffRoles.join(' | ')}>] | people link <name> | people list | people disable <name>`;
const NOTE = 'The link signs in once, within ten minutes.';

/** Who may sign in to the console: `npm run staff -- people`. */
@Injectable()
export class PeopleCommands {
  constructor(
    private readonly people: PeopleService,
    private readonly audit: StaffAuditService,
  ) {}

  /** @returns a plain object, the same as `--json` prints */
  async run(what: string | undefined, args: string[], asked = 'operator'): Promise<object> {
    if (what === 'list' && args.length === 0) return this.list();
    const name = nameSchema.safeParse(args[0]);
    const role = staffRoles.find((one) => one === asked);
    if (!name.success || args.length > 1 || !role) throw new UsageError(USAGE);
    const done = (action: string, work: () => Promise<object>) =>
      audited(this.audit, action, { subject: name.data }, work);
    switch (what) {
      case 'add':
        return done('addPerson', () => this.add(name.data, role));
      case 'link':
        return done('linkPerson', () => this.link(name.data));
      case 'disable':
        return done('disablePerson', () => this.disable(name.data));
      default:
        throw new UsageError(USAGE);
    }
  }

  private async add(name: string, role: StaffRole): Promise<object> {
    if (!(await this.people.add(name, role)))
      throw new CommandError(`There is a ${name} already, perhaps disabled.`);
    return { name, role, ...(await this.link(name)) };
  }

  private async disable(name: string): Promise<object> {
    if (!(await this.people.disable(name))) throw nobody(name);
    return { name, disabled: true };
  }

  private async list(): Promise<object> {
    const people = await this.people.list();
    return {
      people: people.map(({ name, role, createdAt, disabledAt }) => {
        return { name, role, createdAt, disabledAt };
      }),
    };
  }

  private async link(name: string): Promise<object> {
    const link = await this.people.link(name);
    if (!link) throw nobody(name);
    return { name, link: link.url, expiresAt: link.expiresAt, note: NOTE };
  }
}

const nobody = (name: string) => new CommandError(`Nobody who may sign in is called ${name}.`);
