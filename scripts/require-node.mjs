// Plain JavaScript that any Node reads, so that an old one is told so instead of failing on what it cannot read.

/** Ends the process with one line when this Node is too old for what the command loads next. */
export function requireNode(command) {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) return;
  console.error(
    `This runs on Node 24, which npm ci installs for npm scripts; this is Node ${process.versions.node}. Run it as "${command}".`,
  );
  process.exit(1);
}
