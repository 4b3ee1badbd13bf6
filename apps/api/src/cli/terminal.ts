import type { Readable } from 'node:stream';

type Speak = (text: string) => void;

/** What was typed behind a command, what it reads, and where it speaks. */
export class Terminal {
  constructor(
    readonly words: string[],
    /** Another environment than the process's own, in a spec. */
    readonly env: NodeJS.ProcessEnv | undefined,
    readonly input: Readable,
    /** Writes the answer, on lines of its own. */
    readonly answer: Speak,
    /** Says something beside it, on lines of its own. */
    readonly say: Speak,
    /** Begins a line that the person goes on with. */
    readonly prompt: Speak,
  ) {}

  /** A reader that has had enough is no error: the console does not mind that nobody listens. */
  static ofProcess(): Terminal {
    return new Terminal(
      process.argv.slice(2),
      undefined,
      process.stdin,
      (text) => console.log(text),
      (text) => console.error(text),
      (text) => void process.stderr.write(text),
    );
  }
}
