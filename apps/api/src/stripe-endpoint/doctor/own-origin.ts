import type { Config } from '../../config/config';

/** Where the API listens on this machine. */
export function ownOrigin({ http }: Pick<Config, 'http'>): string {
  const host = ['0.0.0.0', '::'].includes(http.host) ? '127.0.0.1' : http.host;
  return `http://${host}:${http.port}`;
}
