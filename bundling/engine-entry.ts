import type { Plugin } from 'vite';
import { assignChunks } from './chunks.ts';
import type { Entries } from './chunks.ts';

const PAGE_FILES = /\/src\/ui\//;
/** With one such letter the whole file takes two bytes a letter in memory, for as long as it is loaded. */
const BEYOND_LATIN_1 = /[^\0-\xff]/;

/**
 * Makes the engine's worker an entry of the page's build, so that what both use is one file, fetched
 * once, and says which module goes to which file. A worker has no document: a build in which it would
 * load a file of the page fails.
 */
export function engineEntry(entries: Entries): Plugin {
  return {
    name: 'tocsin-engine',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/ui\/engine-url\.ts$/ },
      handler() {
        const file = this.emitFile({ type: 'chunk', id: entries.engine, name: 'worker' });
        return {
          code: `export const ENGINE_URL = import.meta.ROLLUP_FILE_URL_${file};`,
          map: null,
        };
      },
    },
    outputOptions(options) {
      let fileOf: ReturnType<typeof assignChunks> | undefined;
      const group = {
        name(id: string, graph: { getModuleInfo: Parameters<typeof assignChunks>[1] }) {
          fileOf ??= assignChunks(entries, (other) => graph.getModuleInfo(other));
          return fileOf(id);
        },
      };
      const codeSplitting = { includeDependenciesRecursively: false, groups: [group] };
      return { ...options, codeSplitting };
    },
    generateBundle(_options, bundle) {
      const loaded = Object.values(bundle)
        .filter((file) => file.type === 'chunk' && file.facadeModuleId === entries.engine)
        .map(({ fileName }) => fileName);
      if (loaded.length !== 1) this.error('the engine’s worker was not built');
      for (const name of loaded) {
        const file = bundle[name];
        if (file?.type !== 'chunk') continue;
        const foreign = file.moduleIds.find((id) => PAGE_FILES.test(id));
        if (foreign) this.error(`the engine’s worker would load ${foreign} with ${name}`);
        const letter = BEYOND_LATIN_1.exec(file.code)?.[0];
        if (letter) this.error(`${name}, for the engine, has an unescaped ${letter}`);
        loaded.push(...file.imports.filter((other) => !loaded.includes(other)));
      }
    },
  };
}
