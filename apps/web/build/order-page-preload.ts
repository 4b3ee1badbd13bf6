import type { Plugin } from 'vite';

const PAGE = '%ORDER_ROUTE%';
const CATALOGUES = '%CATALOGUES%';

/**
 * Writes the addresses of the confirmation page's module and of the message catalogues into the document's inline
 * script, which preloads them. Otherwise the browser would know of them only after the entry has run.
 *
 * @param module path of the page's module inside the project
 * @param catalogue ids of the catalogues' modules; its first group is the language
 */
export function orderPagePreload(module: string, catalogue: RegExp): Plugin {
  return {
    name: 'order-page-preload',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        for (const placeholder of [PAGE, CATALOGUES]) {
          if (!html.includes(placeholder)) throw new Error(`index.html has no ${placeholder}.`);
        }
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const page = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(module));
        if (bundle && !page) throw new Error(`There is no chunk of ${module}.`);
        const languages = chunks.flatMap((chunk) => {
          const language = catalogue.exec(chunk.facadeModuleId ?? '')?.[1];
          return language ? [[language, `/${chunk.fileName}`]] : [];
        });
        return html
          .replace(PAGE, `/${page?.fileName ?? module}`)
          .replace(CATALOGUES, JSON.stringify(Object.fromEntries(languages)));
      },
    },
  };
}
