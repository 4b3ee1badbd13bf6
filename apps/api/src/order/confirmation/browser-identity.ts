import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Config } from '../../config/config';
import { createToken, hashToken, isToken } from '../../http/security/secret-token';
import { browserCookie } from './browser-cookie';

export type SentCookies = Record<string, string | undefined>;

export interface IdentifiedBrowser {
  token: string;
  hash: string;
  /** Whether the request came without a token. */
  isNew: boolean;
}

/** Tells browsers apart by their one cookie. */
@Injectable()
export class BrowserIdentity {
  private readonly cookie: ReturnType<typeof browserCookie>;

  constructor(config: Config) {
    this.cookie = browserCookie(config.shop.url.startsWith('https:'));
  }

  /** The hash of the browser's token, or undefined for a browser without one. */
  hashOf(cookies: SentCookies): string | undefined {
    const token = cookies[this.cookie.name];
    return isToken(token) ? hashToken(token) : undefined;
  }

  /** The browser's token and its hash. A browser without a token gets a new one. */
  identify(cookies: SentCookies): IdentifiedBrowser {
    const sent = cookies[this.cookie.name];
    const isNew = !isToken(sent);
    const token = isNew ? createToken() : sent;
    return { token, hash: hashToken(token), isNew };
  }

  /** Lets the browser keep its token for another half year. Call it for successful answers only. */
  remember({ token }: IdentifiedBrowser, response: Response): void {
    response.cookie(this.cookie.name, token, this.cookie.options);
  }
}
