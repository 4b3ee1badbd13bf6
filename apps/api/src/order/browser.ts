import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Config } from '../config/config';
import {
  browserCookie,
  createBrowserToken,
  hashBrowserToken,
  isBrowserToken,
} from './browser-cookie';

export type SentCookies = Record<string, string | undefined>;

/** Tells browsers apart by their one cookie. */
@Injectable()
export class Browser {
  private readonly cookie: ReturnType<typeof browserCookie>;

  constructor(config: Config) {
    this.cookie = browserCookie(config.shop.url.startsWith('https:'));
  }

  /** The hash of the browser's token, or undefined for a browser without one. */
  hashOf(cookies: SentCookies): string | undefined {
    const token = cookies[this.cookie.name];
    return isBrowserToken(token) ? hashBrowserToken(token) : undefined;
  }

  /** The same, giving the browser a token if it has none, and half a year more if it has. */
  remember(cookies: SentCookies, response: Response): string {
    const sent = cookies[this.cookie.name];
    const token = isBrowserToken(sent) ? sent : createBrowserToken();
    response.cookie(this.cookie.name, token, this.cookie.options);
    return hashBrowserToken(token);
  }
}
