import { execFileSync } from 'node:child_process';

let known: string | undefined;

/** The commit of the checkout, with a + where files were changed since. */
export const commitNow = (): string => (known ??= askGit());

function askGit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('diff', 'HEAD', '--name-only') && '+');
  } catch {
    return 'unknown: no git here';
  }
}
