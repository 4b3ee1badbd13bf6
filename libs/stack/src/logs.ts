import { accessSync, constants, createWriteStream, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-app.ts';

/**
 * Writes what the apps say to `<app>.log`, one file for each app, and shows warnings and errors. A start begins new
 * files; those of the run before are kept as `<app>.previous.log`, older ones are not kept.
 * @throws StartError when nothing can be written there
 */
export function logTo(
  folder: string,
  say: (line: string) => void,
): (app: string, line: string) => void {
  try {
    // For their owner only, as all of the data folder.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      `Nothing can be written to ${folder} (${code}). Set DATA_DIR to a folder of this user.`,
    );
  }
  const files = new Map<string, ReturnType<typeof openLog>>();
  return (app, line) => {
    const file = files.get(app) ?? openLog(folder, app);
    files.set(app, file);
    file.write(`${line}\n`);
    const complaint = complaintIn(line);
    if (complaint) say(`${app}: ${complaint}`);
  };
}

function openLog(folder: string, app: string) {
  const file = join(folder, `${app}.log`);
  try {
    renameSync(file, join(folder, `${app}.previous.log`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  // A full disk loses log lines; it does not end the apps.
  return createWriteStream(file, { flags: 'w', mode: 0o600 }).on('error', () => undefined);
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
