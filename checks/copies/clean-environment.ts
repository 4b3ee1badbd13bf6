/**
 * This process's environment without the variables of Nx, npm and Jest, so that a command behaves as in a new shell. Nx
 * loads its plugins in its own process there, which takes half of the CPU.
 */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(NX_|JEST_|NODE_ENV$|FORCE_COLOR$|NODE_OPTIONS$|npm_|INIT_CWD$)/.test(name),
  );
  return {
    ...Object.fromEntries(own),
    NX_TUI: 'false',
    NX_ISOLATE_PLUGINS: 'false',
    NO_COLOR: '1',
  };
}
