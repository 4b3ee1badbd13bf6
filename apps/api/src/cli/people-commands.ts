import { Injectable } from '@nestjs/common';
import { staffRoles } from '../database/schema/order-values';
import { PeopleService } from '../staff/people/people.service';
import { CommandError, UsageError } from './command-error';
import { nameSchema } from './staff-name';

const USAGE = `Usage: npm run staff -- people add <name> [--role <${staffRoles.join(' | ')}>] | people link <name> | people list | people disable <name>`;
const NOTE = 'The link signs in once, within ten minutes.';

/** Who may sign in to the console: `npm run staff -- people`. */
@Injectable()
export class PeopleCommands {
  constructor(private readonly people: PeopleService) {}

  /** @returns a plain object, the same as `--json` prints */
  async run(what: string | undefined, args: string[], asked = 'operator'): Promise<object> {
    if (what === 'list' && args.length === 0) return this.list();
    const name = nameSchema.safeParse(args[0]);
    const role = staffRoles.find((one) => one === asked);
    if (!name.success || args.length > 1 || !role) throw new UsageError(USAGE);
    switch (what) {
      case 'add': {
        if (!(await this.people.add(name.data, role)))
          throw new CommandError(`There is a ${name.data} already, perhaps disabled.`);
        return { name: name.data, role, ...(await this.link(name.data)) };
      }
      case 'link':
        return { name: name.data, ...(await this.link(name.data)) };
      case 'disable':
        if (await this.people.disable(name.data)) return { name: name.data, disabled: true };
        throw new CommandError(`Nobody who may sign in is called ${name.data}.`);
      default:
        throw new UsageError(USAGE);
    }
  }

  private async list(): Promise<object> {
    const people = await this.people.list();
    return {
      people: people.map(({ name, role, createdAt, disabledAt }) => {
        return { name, role, createdAt, disabledAt };
      }),
    };
  }

  private async link(name: string) {
    const link = await this.people.link(name);
    if (!link) throw new CommandError(`Nobody who may sign in is called ${name}.`);
    return { link: link.url, expiresAt: link.expiresAt, note: NOTE };
  }
}
