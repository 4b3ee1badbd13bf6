interface Wanted {
  port: number;
  host: string;
  /** The variable that has the port. */
  variable: 'API_PORT' | 'WORKER_METRICS_PORT';
}

/** The process cannot listen where it is told to. The message names the variable to change. */
export class ListenError extends Error {
  constructor(cause: unknown, wanted: Wanted) {
    super(wordsOf((cause as NodeJS.ErrnoException).code, wanted), { cause });
  }
}

function wordsOf(code: string | undefined, { port, host, variable }: Wanted): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop what listens there, or set ${variable}.`;
  if (code === 'EACCES')
    return `Port ${port} may not be opened by this user: set ${variable} to one from 1024 on.`;
  return `This machine does not let the process listen at ${host} (${code}): set API_HOST to an address of its own, or to 0.0.0.0 for all of them.`;
}
