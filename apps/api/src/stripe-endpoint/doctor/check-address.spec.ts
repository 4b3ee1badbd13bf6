import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort } from '@shop/stack';
import { checkAddress } from './check-address';

/** What the API says to a body that is signed with a secret of its own and is no event. */
const OURS = JSON.stringify({ code: 'INVALID_EVENT' });

describe('the check of the address', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function listen(answer: RequestListener): Promise<string> {
    server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }
  const codesOf = async (url: string) =>
    (await checkAddress(url, ['whsec_0123456789'])).findings.map(({ code }) => code);

  it('asks once more where the connection is cut', async () => {
    let asked = 0;
    const url = await listen((request, response) => {
      asked += 1;
      if (asked === 1) request.socket.destroy();
      else response.writeHead(400).end(OURS);
    });
    expect([await codesOf(url), asked]).toEqual([[], 2]);
  });

  it('says that nothing answers where nothing listens', async () => {
    expect(await codesOf(`http://127.0.0.1:${await freePort()}/`)).toEqual(['address_silent']);
  });

  it('says that there is no answer in time, not that nothing answers', async () => {
    const url = await listen(() => undefined);
    const { findings } = await checkAddress(url, ['whsec_0123456789']);
    // The API itself says after three seconds that it has too much to do.
    expect(findings).toEqual([
      { code: 'address_slow', words: expect.stringMatching(/^No answer came .* within 5 seconds/) },
    ]);
  }, 20_000);
});
