import type { Plugin } from 'vite';

/**
 * Keeps the browser's own `import()`. Vite's version also preloads the styles and scripts of a chunk. Here all styles
 * are one file and all shared scripts come with the entry, so there is nothing to preload, and 0.8 kB are saved.
 */
export function plainDynamicImports(): Plugin {
  const id = '\0vite/preload-helper.js';
  return {
    name: 'plain-dynamic-imports',
    apply: 'build',
    enforce: 'pre',
    load: (loaded) => (loaded === id ? 'export const __vitePreload = (load) => load();' : null),
  };
}
