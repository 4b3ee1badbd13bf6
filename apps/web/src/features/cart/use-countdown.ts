import { useEffect, useState } from 'react';

/** Seconds left of a wait that starts when `from` becomes another object; 0 without a wait, or when it is over. */
export function useCountdown(from: object | null, waitMs: number): number {
  const [over, setOver] = useState<{ of: object; leftMs: number } | null>(null);

  useEffect(() => {
    if (!from || waitMs <= 0) return;
    const endsAt = Date.now() + waitMs;
    const timer = setInterval(() => {
      const leftMs = Math.max(0, endsAt - Date.now());
      setOver({ of: from, leftMs });
      if (leftMs === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [from, waitMs]);

  if (!from) return 0;
  const leftMs = over?.of === from ? over.leftMs : waitMs;
  return Math.ceil(leftMs / 1000);
}
