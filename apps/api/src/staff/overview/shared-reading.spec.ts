import { describe, expect, it } from '@jest/globals';
import { sharedReading } from './shared-reading';

/** Readings that end when they are told to. */
function held() {
  const begun: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  const read = sharedReading(
    () => new Promise<number>((resolve, reject) => begun.push({ resolve, reject })),
  );
  return { begun, read };
}

const turn = () => new Promise(setImmediate);

describe('a reading that many ask for', () => {
  it('is under way once, and whoever asks meanwhile gets one that begins after they asked', async () => {
    const { begun, read } = held();
    const first = read();
    await turn();
    const later = [read(), read()];
    await turn();
    expect(begun).toHaveLength(1);
    begun[0]?.resolve(1);
    expect(await first).toBe(1);
    await turn();
    expect(begun).toHaveLength(2);
    begun[1]?.resolve(2);
    expect(await Promise.all(later)).toEqual([2, 2]);
  });

  it('fails for those who asked for it alone', async () => {
    const { begun, read } = held();
    const first = read();
    await turn();
    const later = read();
    begun[0]?.reject(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await turn();
    begun[1]?.resolve(2);
    expect(await later).toBe(2);
  });
});
