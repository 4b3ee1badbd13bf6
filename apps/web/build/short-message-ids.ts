import { readFile } from 'node:fs/promises';
import { formatter } from '@lingui/format-po';
import type { Plugin } from 'vite';

/**
 * Replaces Lingui's message ids by short ones. Lingui's are hashes of six characters, which no compression shortens, and
 * each stands in the code and in each catalogue: 1 kB of gzip on the confirmation page.
 *
 * @param sources paths of the catalogues of the source language, which have every message; the messages of the first one
 * get the shortest ids
 * @param modules matches the modules that contain ids: the shop's code and the catalogues
 */
export function shortMessageIds(sources: readonly string[], modules: RegExp): Plugin {
  const shortOf = new Map<string, string>();
  return {
    name: 'short-message-ids',
    apply: 'build',
    // After Lingui has put the ids into the code.
    enforce: 'post',
    async buildStart() {
      for (const filename of sources) {
        const source = { locale: 'en', sourceLocale: 'en', filename };
        const messages = await formatter().parse(await readFile(filename, 'utf8'), source);
        for (const id of Object.keys(messages)) {
          if (!shortOf.has(id)) shortOf.set(id, shortOf.size.toString(36));
        }
      }
    },
    transform: {
      filter: { id: modules },
      // A catalogue is JSON inside a string, with \" around its ids.
      handler: (code) => ({
        code: code.replace(/(\\?")([\w+/-]{6})\1/g, (text, quote: string, id: string) =>
          shortOf.has(id) ? quote + shortOf.get(id) + quote : text,
        ),
        map: null,
      }),
    },
  };
}
