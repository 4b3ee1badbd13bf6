/** A command as a document prints it, and every document that does. */
export interface PrintedCommand {
  text: string;
  places: string[];
}

export interface Document {
  file: string;
  text: string;
}

/** Inline code is a command when it begins with one of these and has at least one argument. */
const PROGRAMS = ['npm', 'npx', 'node', 'docker', 'stripe', 'curl', 'rm', 'git', 'psql', 'sh'];

const ASSIGNMENTS = String.raw`(?:[A-Z][A-Z0-9_]*=\S+ +)*`;
const INLINE_COMMAND = new RegExp(`^${ASSIGNMENTS}(?:${PROGRAMS.join('|')}) +\\S`);
const FENCE = /^[ \t]*```(\w*)[^\n]*\n([^]*?)^[ \t]*```/gm;
const SHELLS = ['sh', 'bash', 'shell', 'console'];

/**
 * Finds what the documents print for a person to type: each line of a fenced `sh` block, and inline code that begins
 * with a program. A line with `&&` is several commands; comments are left out.
 */
export function findCommands(documents: Document[]): PrintedCommand[] {
  const places = new Map<string, Set<string>>();
  for (const { file, text } of documents) {
    for (const command of [...inFences(text), ...inline(text)]) {
      for (const part of command.split(' && ')) {
        places.set(part.trim(), (places.get(part.trim()) ?? new Set()).add(file));
      }
    }
  }
  return [...places].map(([text, files]) => ({ text, places: [...files] }));
}

function inFences(text: string): string[] {
  return [...text.matchAll(FENCE)]
    .filter(([, language = '']) => SHELLS.includes(language))
    .flatMap(([, , block = '']) => block.replace(/\\\n\s*/g, ' ').split('\n'))
    .map((line) => line.replace(/(^|\s)#\s.*$/, '').trim())
    .filter(Boolean);
}

/** In a table the pipe is written `\|`, and a paragraph may break a line inside of inline code. */
function inline(text: string): string[] {
  return [...text.replace(FENCE, '').matchAll(/`([^`]+)`/g)]
    .map(([, code = '']) => code.replace(/\\\|/g, '|').replace(/\s+/g, ' ').trim())
    .filter((code) => INLINE_COMMAND.test(code));
}
