import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

/** The time to the minute, in milliseconds since 1970. Renders again when a minute has passed. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, thisMinute);
}

const thisMinute = () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

function subscribe(onMinute: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(
      () => {
        onMinute();
        wait();
      },
      MINUTE_MS - (Date.now() % MINUTE_MS),
    );
  };
  wait();
  return () => clearTimeout(timer);
}
