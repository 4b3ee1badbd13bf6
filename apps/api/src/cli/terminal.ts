import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

type Speak = (text: string) => void;

/** Whoever waits for what a command does. */
export interface Person {
  /** Says something beside the answer, on lines of its own. */
  say: Speak;
  /** @returns whether the answer is yes; no when there is nobody to answer */
  confirm: (question: string) => Promise<boolean>;
}

/** What was typed behind a command, what it reads, and where it speaks. */
export class Terminal implements Person {
  constructor(
    readonly words: string[],
    /** Another environment than the process's own, in a spec. */
    readonly env: NodeJS.ProcessEnv | undefined,
    private readonly input: Readable,
    /** Writes the answer, on lines of its own. */
    readonly answer: Speak,
    readonly say: Speak,
    /** Begins a line that the person goes on with. */
    private readonly prompt: Speak,
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

  confirm = async (question: string): Promise<boolean> => {
    this.prompt(`${question} `);
    for await (const line of createInterface({ input: this.input }))
      return line.trim().toLowerCase() === 'yes';
    return false;
  };
}
