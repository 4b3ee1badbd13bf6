import { fileURLToPath } from 'node:url';
import type { ShopFile } from '@shop/shop-file';
import { readProducts } from '../../../libs/shop-file/src/products-file.ts';
import { readShopFile, USUAL_SHOP_FILE } from '../../../libs/shop-file/src/read-shop-file.ts';
import { replacedVariables } from '../../../libs/shop-file/src/replaced-variables.ts';
import { ShopFileError } from '../../../libs/shop-file/src/shop-file.ts';
import { readPictures } from './shop-pictures.ts';
import type { ShopPicture } from './shop-pictures.ts';

export type ServerConfig = {
  port: number;
  host: string;
  /** Origins of the API's replicas, at least one; http and https can be mixed. */
  apiUrls: string[];
  /** Where browsers find the API; empty when it is behind this server's own origin. */
  apiOrigin: string;
  checkoutOrigins: string[];
  /** What makes this shop this shop, and its pictures by their paths. */
  shopFile: ShopFile;
  pictures: ReadonlyMap<string, ShopPicture>;
  clientDir: string;
  /** Paths that get the document, as Express writes them. */
  routes: string[];
};

/** Its message says what is wrong with the environment, one fault a line. */
export class ConfigError extends Error {}

/** The SPA's routes; any other address gets the SPA's own "not found" page, with status 404. */
export const SHOP_ROUTES = ['/', '/cart', '/order/success', '/order/find', '/order/withdraw'];

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads the shop server's settings; an empty variable counts as not set.
 * @throws ConfigError naming every faulty variable
 */
export function readConfig(env: NodeJS.ProcessEnv): ServerConfig {
  const faults: string[] = [];
  const port = readPort(env['WEB_PORT'] || '4200', faults);
  const apiUrls = readApiUrls(env['API_URL']?.trim() || 'http://127.0.0.1:3000', faults);
  const apiOrigin = readApiOrigin(env['API_ORIGIN']?.trim() ?? '', faults);
  const checkoutOrigins = readCheckoutOrigins(
    env['CHECKOUT_ORIGINS']?.trim() || 'https://checkout.stripe.com',
    faults,
  );
  faults.push(...replacedVariables(env).map(([name, fault]) => `${name}: ${fault}`));
  const shop = readShop(env['SHOP_CONFIG'] || USUAL_SHOP_FILE, faults);
  if (faults.length > 0 || !shop) throw new ConfigError(faults.join('\n'));
  return {
    port,
    host: env['WEB_HOST'] || '127.0.0.1',
    apiUrls,
    apiOrigin,
    checkoutOrigins,
    ...shop,
    // The build puts the server next to the client that it serves.
    routes: env['WEB_ROUTES']?.trim().split(/\s+/) ?? SHOP_ROUTES,
    clientDir: env['WEB_CLIENT_DIR'] || fileURLToPath(new URL('../client', import.meta.url)),
  };
}

function readPort(text: string, faults: string[]): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65535) {
    faults.push(`WEB_PORT must be a port from 0 to 65535 (0 takes a free one), not "${text}"`);
  }
  return port;
}

function readApiUrls(text: string, faults: string[]): string[] {
  return text.split(/\s+/).map((part) => {
    const url = parseUrl(part);
    if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search) {
      faults.push(`API_URL must hold origins like http://127.0.0.1:3000, not "${part}"`);
    }
    return url?.origin ?? '';
  });
}

function readApiOrigin(text: string, faults: string[]): string {
  const origin = text === '' ? '' : secureOrigin(text);
  if (origin === undefined) {
    faults.push(
      `API_ORIGIN must be an origin like https://api.example.com or http://localhost:3000, not "${text}"`,
    );
  }
  return origin ?? '';
}

function readCheckoutOrigins(text: string, faults: string[]): string[] {
  return text.split(/\s+/).map((part) => {
    const origin = secureOrigin(part);
    if (origin === undefined) {
      faults.push(
        `CHECKOUT_ORIGINS must hold origins like https://checkout.stripe.com or http://localhost:4242, not "${part}"`,
      );
    }
    return origin ?? '';
  });
}

/**
 * Reads the shop file and the pictures that it names.
 * @param faults gets a line for each fault, with the file's name
 * @returns undefined when the file itself is not usable
 */
export function readShop(
  path: string,
  faults: string[],
): Pick<ServerConfig, 'shopFile' | 'pictures'> | undefined {
  try {
    const shopFile = readShopFile(path);
    const names = [shopFile.logo, ...readProducts(path).map(({ image }) => image)];
    const named = names.filter((name) => name !== undefined);
    return { shopFile, pictures: readPictures(path, named, faults) };
  } catch (error) {
    if (!(error instanceof ShopFileError)) throw error;
    faults.push(...error.faults.map((fault) => `${error.file}: ${fault}`));
    return undefined;
  }
}

/** An origin on https, or on this machine; undefined for anything else. */
function secureOrigin(text: string): string | undefined {
  const url = parseUrl(text);
  const secure = url?.protocol === 'https:';
  const local = url?.protocol === 'http:' && LOOPBACK.has(url.hostname);
  return url && url.origin === text.replace(/\/$/, '') && (secure || local)
    ? url.origin
    : undefined;
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
