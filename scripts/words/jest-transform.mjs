import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { createCompiledCatalog, getCatalogForFile, getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { transform } from '@lingui/native-tools';
import swc from '@swc/jest';

const ownHash = createHash('sha256')
  .update(readFileSync(new URL(import.meta.url)))
  .digest('hex');

/**
 * Does for Jest what Vite does in development: macros become calls by id, catalogues become modules. A message that no
 * catalogue has yet is shown in English, so that only a build fails on it. Its options: those of SWC, and the path of
 * the project's Lingui configuration.
 */
export default {
  createTransformer({ swcOptions, linguiConfig }) {
    const { canInstrument, getCacheKey, processAsync } = swc.createTransformer(swcOptions);
    const config = getConfig({ configPath: linguiConfig });
    return {
      canInstrument,
      // Jest keeps results of a transform until its key changes; this file is a part of it.
      getCacheKey: (...source) => `${getCacheKey(...source)}-${ownHash}`,
      async processAsync(code, path, transformOptions) {
        if (path.endsWith('.po')) return { code: await compileCatalogue(path, config) };
        if (!code.includes('@lingui/') || !code.includes('/macro')) {
          return processAsync(code, path, transformOptions);
        }
        const macros = { macro: { descriptorFields: 'all' }, sourceMaps: 'inline' };
        const { code: compiled } = await transform(code, basename(path), macros);
        return processAsync(compiled, path, transformOptions);
      },
    };
  },
};

async function compileCatalogue(path, config) {
  const { locale, catalog } = getCatalogForFile(
    relative(config.rootDir, path),
    await getCatalogs(config),
  );
  const { messages } = await catalog.getTranslations(locale, { sourceLocale: config.sourceLocale });
  return createCompiledCatalog(locale, messages, { namespace: 'es' }).source;
}
