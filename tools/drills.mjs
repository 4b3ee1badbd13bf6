// Plain JavaScript that any Node reads, so that an old one is told so instead of failing on the next line.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `This runs on Node 24, which npm ci installs for npm scripts; this is Node ${process.versions.node}. Run it as "npm run drills".`,
  );
  process.exit(1);
}

/** Builds the API, the sandbox and the drills, then runs the drills; what they print stays alone on standard output. */
const root = fileURLToPath(new URL('..', import.meta.url));
const nx = `${root}node_modules/nx/dist/bin/nx.js`;
const build = [nx, 'run-many', '-t', 'build', '-p', 'api', 'stripe-sandbox', 'web', 'api-e2e'];
const built = spawnSync(process.execPath, [...build, '--output-style=static'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, NX_TUI: 'false' },
});
if (built.status !== 0) {
  console.error(`The build failed.\n${built.stdout}${built.stderr}`);
  process.exit(1);
}
await import('../dist/apps/api-e2e/drills.js');
