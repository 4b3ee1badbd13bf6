import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { connect as connectTcp, isIP } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';

const PROBE_TIMEOUT_MS = 1000;

/** Keeps connections to one origin of the API open: a new one for every request costs more than the request. */
export function agentFor(origin: string): HttpAgent {
  const { protocol } = new URL(origin);
  return protocol === 'https:'
    ? new HttpsAgent({ keepAlive: true, ...tlsOptions(origin) })
    : new HttpAgent({ keepAlive: true });
}

/** Whether the origin takes connections now, and over TLS with a certificate that is trusted for its name. */
export function takesConnections(origin: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(origin);
  const secure = protocol === 'https:';
  const address = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 443 : 80),
    timeout: PROBE_TIMEOUT_MS,
  };
  return new Promise((resolve) => {
    const socket = secure ? connectTls({ ...address, ...tlsOptions(origin) }) : connectTcp(address);
    const answer = (taken: boolean) => () => {
      socket.destroy();
      resolve(taken);
    };
    socket.once(secure ? 'secureConnect' : 'connect', answer(true));
    socket.once('error', answer(false));
    socket.once('timeout', answer(false));
    socket.unref();
  });
}

/**
 * The certificate must be the API's. Node would check it for the name in the Host header, which is the shop's. An
 * address has no server name (RFC 6066, section 3); Node then checks the certificate for the address.
 */
function tlsOptions(origin: string): ConnectionOptions {
  const { hostname } = new URL(origin);
  return { servername: isIP(hostname.replace(/^\[|\]$/g, '')) ? '' : hostname };
}
