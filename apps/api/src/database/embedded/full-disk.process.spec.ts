import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { closeSync, openSync, statfsSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startApi } from '@shop/stack';

const SECRET = 'whsec_0123456789abcdef';

/** A disk of 120 MB of this test's own, where the machine lets us have one. */
async function smallDisk(): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
}

const disk = await smallDisk();
if (!disk) console.warn('A small disk cannot be mounted here: the test of a full one is skipped.');

(disk ? describe : describe.skip)('a full disk', () => {
  afterAll(async () => {
    if (!disk) return;
    execFileSync('umount', [disk]);
    await rm(disk, { recursive: true });
  });

  it('ends the process with its reason, and loses nothing that was acknowledged', async () => {
    const folder = disk ?? '';
    const said: string[] = [];
    const api = await startApi(
      {
        API_PORT: '0',
        DATA_DIR: join(folder, 'data'),
        STRIPE_WEBHOOK_SECRET: SECRET,
        STRIPE_API_BASE: 'http://127.0.0.1:9',
        LOG_LEVEL: 'silent',
      },
      { onLine: (line) => said.push(line) },
    );
    fill(folder);
    const acknowledged: string[] = [];
    let ended: number | undefined;
    void api.exited.then(() => (ended = Date.now()));
    let lastAnswer = Date.now();
    for (let n = 0; ended === undefined && n < 50_000; n += 1) {
      const id = `evt_disk${n}`;
      const status = await deliver(api.url, id);
      if (status === 200) {
        acknowledged.push(id);
        lastAnswer = Date.now();
      }
    }
    const { code } = await api.exited;
    expect(code).toBe(1);
    expect((ended ?? Infinity) - lastAnswer).toBeLessThan(5000);
    expect(said.at(-1)).toContain('cannot go on: the disk is full');

    await rm(join(folder, 'ballast'));
    const database = await PGlite.create(join(folder, 'data/pglite'));
    const { rows } = await database.query<{ id: string }>('select id from webhook_events');
    await database.close();
    const stored = new Set(rows.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  }, 120_000);
});

/** Leaves half a megabyte. */
function fill(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const file = openSync(join(folder, 'ballast'), 'w');
  writeSync(file, Buffer.alloc(Math.max(0, bavail * bsize - 512 * 1024)));
  closeSync(file);
}

async function deliver(url: string, id: string): Promise<number> {
  const body = JSON.stringify({
    id,
    object: 'event',
    type: 'product.updated',
    api_version: null,
    livemode: false,
    data: { object: { id: `prod_${'x'.repeat(200)}` } },
  });
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
  try {
    const response = await fetch(`${url}/api/webhooks/stripe`, {
      method: 'POST',
      body,
      headers: { 'stripe-signature': `t=${timestamp},v1=${signature}` },
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
