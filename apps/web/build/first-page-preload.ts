import type { Plugin } from 'vite';

const PAGES = '%PAGES%';
const CATALOGUES = '%CATALOGUES%';

/**
 * Preloads what the entry imports, and writes the addresses of the pages' scripts and of the message catalogues into the
 * document's inline script, which preloads one of each. Otherwise the browser would know of them only after the entry has run.
 *
 * @param pages path of each page, and end of the path of its module
 * @param catalogue ids of the catalogues' modules; its first group is the language
 */
export function firstPagePreload(
  pages: Readonly<Record<string, string>>,
  catalogue: RegExp,
): Plugin {
  return {
    name: 'first-page-preload',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        for (const placeholder of [PAGES, CATALOGUES]) {
          if (!html.includes(placeholder)) throw new Error(`index.html has no ${placeholder}.`);
        }
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const entryImports = new Set(chunks.find((chunk) => chunk.isEntry)?.imports);
        const scripts = Object.entries(pages).map(([path, module]) => {
          const page = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(module));
          if (bundle && !page) throw new Error(`There is no chunk of ${module}.`);
          const own = [page?.fileName, ...(page?.imports ?? [])].filter(
            (file) => file !== undefined && !entryImports.has(file) && !isEntry(chunks, file),
          );
          return [path, own.map((file) => `/${file}`)];
        });
        const languages = chunks.flatMap((chunk) => {
          const language = catalogue.exec(chunk.facadeModuleId ?? '')?.[1];
          return language ? [[language, `/${chunk.fileName}`]] : [];
        });
        const links = [...entryImports].map(
          (file) => `<link rel="modulepreload" crossorigin href="/${file}">`,
        );
        return html
          .replace('</head>', `${links.join('')}</head>`)
          .replace(PAGES, JSON.stringify(Object.fromEntries(scripts)))
          .replace(CATALOGUES, JSON.stringify(Object.fromEntries(languages)));
      },
    },
  };
}

const isEntry = (chunks: { fileName: string; isEntry: boolean }[], file: string) =>
  chunks.some((chunk) => chunk.fileName === file && chunk.isEntry);
