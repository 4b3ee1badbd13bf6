import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../config/config';
import { PeopleService } from './people.service';

const OWNER = 'owner';

/** Lets whoever has started the API into the console by the token that they have given it. */
@Injectable()
export class FirstSignIn implements OnApplicationBootstrap {
  constructor(
    private readonly people: PeopleService,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { signInToken } = this.config.console;
    if (signInToken === undefined) return;
    await this.people.add(OWNER, 'operator');
    await this.people.link(OWNER, signInToken);
  }
}
