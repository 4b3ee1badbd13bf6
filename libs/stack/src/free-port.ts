import getPort from 'get-port';

/** A port of the loopback address that is free now, and given to nobody else in this process. */
export const freePort = (): Promise<number> => getPort({ host: '127.0.0.1' });
