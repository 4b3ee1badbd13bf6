import { readFile } from 'node:fs/promises';
import type { RepositoryCopy } from '../copies/repository-copy.ts';

/** A target of a project, as Nx has worked it out. */
interface Target {
  command?: string;
  options?: { command?: string; cwd?: string };
}

/** The targets of every project, by project. */
export type Targets = Record<string, Record<string, Target>>;

/** Asks Nx once for all projects and their targets. */
export async function nxTargets(copy: RepositoryCopy): Promise<Targets> {
  const file = copy.path('graph.json');
  const { code, output } = await copy.run(`npx nx graph --file=${file}`);
  if (code !== 0) throw new Error(output);
  const { graph } = JSON.parse(await readFile(file, 'utf8')) as {
    graph: { nodes: Record<string, { data: { root: string; targets: Record<string, Target> } }> };
  };
  return Object.fromEntries(
    Object.entries(graph.nodes).map(([name, { data }]) => [
      name,
      withRoot(data.targets, data.root),
    ]),
  );
}

const withRoot = (targets: Record<string, Target>, root: string) =>
  JSON.parse(JSON.stringify(targets).replaceAll('{projectRoot}', root)) as Record<string, Target>;

/**
 * The tasks that a command asks Nx for.
 * @throws when Nx knows no such project or target, by its name
 */
export function mustBeKnown(command: string, targets: Targets): void {
  for (const [project, target] of tasksOf(command, targets)) {
    if (!targets[project]?.[target]) throw new Error(`Nx knows no ${target} of ${project}.`);
  }
}

function tasksOf(command: string, targets: Targets): [project: string, target: string][] {
  const [words = ''] = command.replace(/^npx nx /, '').split(' -- ');
  const [, project, target] = /^run ([\w-]+):([\w-]+)$/.exec(words) ?? [];
  if (project && target) return [[project, target]];
  // Without a name Nx takes the projects that have the target: there must be one.
  const any = (name: string) =>
    Object.keys(targets).find((one) => targets[one]?.[name]) ?? 'any project';
  const [, many] = /^(?:run-many|affected) -t ([a-z: ]+?)(?: -|$)/.exec(words) ?? [];
  if (many !== undefined) {
    const [, only] = / -p ([\w ,-]+)$/.exec(words) ?? [];
    const all = only?.split(/[ ,]+/);
    return many
      .split(' ')
      .flatMap((name): [string, string][] => (all ?? [any(name)]).map((one) => [one, name]));
  }
  const [named = '', of = any(named)] = words.split(' ');
  return [[of, named]];
}

/** What Nx runs for `npx nx <target> <project> -- <arguments>`, and where. */
export function inside(command: string, targets: Targets): { typed: string; folder?: string } {
  const [words = '', args = ''] = command.replace(/^npx nx /, '').split(' -- ');
  const [target = '', project = ''] = words.split(' ');
  const { options } = targets[project]?.[target] ?? {};
  return {
    typed: `npx ${options?.command ?? ''} ${args}`,
    ...(options?.cwd && { folder: options.cwd }),
  };
}
