import type { Plugin } from 'vite';

const PLACEHOLDER = '%ORDER_ROUTE%';

/**
 * Writes the address of the confirmation page's module into the document's inline script, which preloads it: else the
 * browser would learn of it only when the entry has run.
 *
 * @param module path of the module inside the project
 */
export function orderPagePreload(module: string): Plugin {
  return {
    name: 'order-page-preload',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        if (!html.includes(PLACEHOLDER)) throw new Error(`index.html has no ${PLACEHOLDER}.`);
        const chunk = Object.values(bundle ?? {}).find(
          (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(module),
        );
        if (bundle && !chunk) throw new Error(`There is no chunk of ${module}.`);
        return html.replace(PLACEHOLDER, `/${chunk?.fileName ?? module}`);
      },
    },
  };
}
