import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Everything the apps say goes to a file each; what they complain about is shown too. */
export function logTo(
  folder: string,
  say: (line: string) => void,
): (app: string, line: string) => void {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, ReturnType<typeof createWriteStream>>();
  return (app, line) => {
    const file = files.get(app) ?? createWriteStream(join(folder, `${app}.log`), { flags: 'a' });
    files.set(app, file);
    file.write(`${line}\n`);
    const complaint = complaintIn(line);
    if (complaint) say(`${app}: ${complaint}`);
  };
}

const WARN = 40;

function complaintIn(line: string): string | undefined {
  if (!line.startsWith('{')) return line;
  try {
    const { level, msg } = JSON.parse(line) as { level?: number; msg?: string };
    return level !== undefined && level >= WARN ? msg : undefined;
  } catch {
    return line;
  }
}
