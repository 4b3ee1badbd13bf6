import { longestDeadlineMs } from '@shop/contract/deadlines';

/** How long each step of a stop may take, in the order of the steps. */
export const stopTimes = {
  drain: {
    ms: 1000,
    words: 'Requests are still taken; each answer asks its client to close the connection.',
  },
  pause: {
    ms: 500,
    words: 'Answers wait until no client opens a connection; then the server stops listening.',
  },
  body: {
    ms: 3000,
    words: 'For the rest of a request that has begun; then its connection is cut.',
  },
  answers: {
    ms: longestDeadlineMs + 200,
    words: 'For the answers to requests that have arrived, from the same moment on.',
  },
  jobs: { ms: 5000, words: 'For jobs that run; then they are left to be tried again.' },
  traces: { ms: 2000, words: 'For the last traces to be sent.' },
};

/** Closing connections and the database, on a busy machine. */
const CLOSE_MS = 1500;

/** From SIGTERM to the end of the process at most, in milliseconds. Whoever stops it must wait as long. */
export const stopsWithinMs =
  Math.ceil(
    (stopTimes.drain.ms +
      stopTimes.pause.ms +
      stopTimes.answers.ms +
      stopTimes.jobs.ms +
      stopTimes.traces.ms +
      CLOSE_MS) /
      1000,
  ) * 1000;
