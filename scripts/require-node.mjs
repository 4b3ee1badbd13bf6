// Plain JavaScript: an old Node must be able to read this file, to say that it is too old.

/** Ends the process with one line when this Node is too old for the files that the command loads next. */
export function requireNode(command) {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) return;
  console.error(
    `This runs on Node 24, which npm ci installs for npm scripts; this is Node ${process.versions.node}. Run it as "${command}".`,
  );
  process.exit(1);
}
