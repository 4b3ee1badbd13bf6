import { basename, relative } from 'node:path';
import { createCompiledCatalog, getCatalogForFile, getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { transform } from '@lingui/native-tools';
import swc from '@swc/jest';

const config = getConfig({ configPath: new URL('../lingui.config.ts', import.meta.url).pathname });

/** What the build does with words, for Jest: macros become calls by id, catalogues become modules. */
export default {
  createTransformer(options) {
    const { canInstrument, getCacheKey, processAsync } = swc.createTransformer(options);
    return {
      canInstrument,
      getCacheKey,
      async processAsync(code, path, transformOptions) {
        if (path.endsWith('.po')) return { code: await compileCatalogue(path) };
        if (!code.includes('@lingui/') || !code.includes('/macro')) {
          return processAsync(code, path, transformOptions);
        }
        const words = { macro: { descriptorFields: 'id-only' }, sourceMaps: 'inline' };
        const { code: compiled } = await transform(code, basename(path), words);
        return processAsync(compiled, path, transformOptions);
      },
    };
  },
};

async function compileCatalogue(path) {
  const { locale, catalog } = getCatalogForFile(
    relative(config.rootDir, path),
    await getCatalogs(config),
  );
  const { messages } = await catalog.getTranslations(locale, { sourceLocale: config.sourceLocale });
  return createCompiledCatalog(locale, messages, { namespace: 'es' }).source;
}
