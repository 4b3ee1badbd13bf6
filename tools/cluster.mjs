// Plain JavaScript that any Node reads, so that an old one is told so instead of failing on the next line.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `This runs on Node 24, which npm ci installs for npm scripts; this is Node ${process.versions.node}. Run it as "npm run cluster".`,
  );
  process.exit(1);
}
await import('../libs/stack/src/cluster/cluster.ts');
