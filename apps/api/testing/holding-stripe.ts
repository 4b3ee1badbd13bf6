import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HoldingStripe {
  url: string;
  /** Resolves when a request has come whose answer is held. */
  held: Promise<void>;
  /** Gives the answers that are held, and all later ones at once. */
  release: () => void;
  close: () => void;
}

/**
 * Stands between the API and the sandbox, and holds answers until the test lets them go.
 * @param holds which ones: those to new Checkout Sessions unless told otherwise
 */
export async function startHoldingStripe(
  sandboxUrl: string,
  holds = (method = '', path = '') => method === 'POST' && path === '/v1/checkout/sessions',
): Promise<HoldingStripe> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let hold = () => {};
  const held = new Promise<void>((resolve) => (hold = resolve));
  const server = createServer((asked, answer) => {
    const { method, headers, url = '' } = asked;
    const isHeld = holds(method, url);
    const forward = request(sandboxUrl + url, { method, headers }, (answered) => {
      const pass = () => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
      };
      if (!isHeld) return pass();
      hold();
      void released.then(pass);
    });
    forward.on('error', () => answer.destroy());
    asked.pipe(forward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    held,
    release,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
