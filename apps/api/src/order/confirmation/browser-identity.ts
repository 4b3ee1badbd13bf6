import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Config } from '../../config/config';
import {
  browserCookie,
  createBrowserToken,
  hashBrowserToken,
  isBrowserToken,
} from './browser-cookie';

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
    return isBrowserToken(token) ? hashBrowserToken(token) : undefined;
  }

  /** The browser's token and its hash. A browser without a token gets a new one. */
  identify(cookies: SentCookies): IdentifiedBrowser {
    const sent = cookies[this.cookie.name];
    const isNew = !isBrowserToken(sent);
    const token = isNew ? createBrowserToken() : sent;
    return { token, hash: hashBrowserToken(token), isNew };
  }

  /** Lets the browser keep its token for another half year. Call it for successful answers only. */
  remember({ token }: IdentifiedBrowser, response: Response): void {
    response.cookie(this.cookie.name, token, this.cookie.options);
  }
}
