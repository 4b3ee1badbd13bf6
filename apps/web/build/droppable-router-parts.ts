import type { Plugin } from 'vite';

/**
 * Lets the bundler drop the router's parts that nothing uses. A bundler keeps code with side effects, and React Router
 * names its components by assignment (`Form.displayName = …`), which is one. Without this plugin, forms, fetchers and
 * scroll restoration of the router's other modes are kept: 4 kB of gzip.
 */
export function droppableRouterParts(): Plugin {
  return {
    name: 'droppable-router-parts',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/react-router\/dist\// },
      handler: (code) => ({
        code: code
          .replace(/^\w+\.displayName = "[^"]*";$/gm, '')
          .replaceAll('= React$1.forwardRef(', '= /* @__PURE__ */ React$1.forwardRef(')
          .replaceAll('= React$1.createContext(', '= /* @__PURE__ */ React$1.createContext('),
        map: null,
      }),
    },
  };
}
