import type { Plugin } from 'vite';

/**
 * Lets the bundler leave out the router's parts that nothing uses. It must keep what has side effects, and React
 * Router names its components for development tools by assignment (`Form.displayName = …`), which counts as one: forms,
 * fetchers and scroll restoration of its other modes came along, 4 kB of gzip.
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
