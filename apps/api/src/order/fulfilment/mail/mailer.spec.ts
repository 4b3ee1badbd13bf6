import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { demoShopFile } from '@shop/stack';
import { WEBHOOK_SECRET } from '../../../../testing/start-test-api';
import { Clock } from '../../../clock/clock';
import { loadConfig } from '../../../config/config';
import { Mailer } from './mailer';

const DEADLINE_MS = 300;
const DRIP_MS = 20;

describe('a mail server that answers and never comes to an end', () => {
  it('is left at the deadline of the e-mail, which is tried again', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.write('220 mail.example\r\n');
      // It goes on with its first answer for ever: no silence ends it.
      socket.once('data', () => {
        const drip = setInterval(() => socket.write('250-more\r\n'), DRIP_MS);
        socket.on('close', () => clearInterval(drip));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const config = loadConfig({
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      SHOP_CONFIG: demoShopFile,
      SMTP_URL: `smtp://127.0.0.1:${port}`,
    });
    const mail = { id: 'a', to: 'jenny.rosen@example.com', subject: 'Slow', text: 'Slow' };
    await expect(new Mailer(config, new Clock()).send(mail, DEADLINE_MS)).rejects.toMatchObject({
      code: 'ETIMEDOUT',
      isFinal: false,
    });
    // It ends when no connection is open.
    server.close();
    await once(server, 'close');
  });
});
