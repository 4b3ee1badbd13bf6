import { newCoverage } from './system/history/coverage';
import { liveHistory } from './system/history/run-history';
import { theWorld } from './system/history/run-range';
const world = await theWorld();
const counts = new Map<string, [number, number]>();
const { client } = world;
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1e3; };
for (const m of ['query', 'exec'] as const) {
  const old = client[m].bind(client) as (...a: unknown[]) => Promise<unknown>;
  client[m] = (async (text: string, ...rest: unknown[]) => {
    const t = process.hrtime.bigint();
    try { return await old(text, ...rest); } finally {
      const k = text.trim().replace(/\s+/g, ' ').slice(0, 70);
      const c = counts.get(k) ?? [0, 0];
      c[0]++; c[1] += Number(process.hrtime.bigint() - t) / 1e6; counts.set(k, c);
    }
  }) as never;
}
const n = Number(process.env['N'] ?? 40);
const t0 = cpu();
for (let i = 0; i < n; i++) await liveHistory(world, 1, i, newCoverage());
console.log(((cpu() - t0) / n).toFixed(1), 'ms CPU each');
let all = 0, ms = 0;
for (const [, [c, t]] of counts) { all += c; ms += t; }
console.log('queries per history', (all / n).toFixed(0), 'ms', (ms / n).toFixed(0));
for (const [k, [c, t]] of [...counts].sort((a, b) => b[1][1] - a[1][1]).slice(0, 30)) console.log((c / n).toFixed(1), (t / n).toFixed(1), (t / c).toFixed(2), k);
