/**
 * Which file of the build a module goes to, by when it is needed. Left to itself the bundler makes a
 * file for each set of parts that share a module: seventy small ones, each asked for by itself, which
 * compress worse than these few.
 *
 * - `page`: the first screen; `common`: what of it the engine's worker uses as well;
 * - `chart`, `panels`: fetched as soon as the first screen stands, which has what both of them use;
 * - `dialogs`: fetched when one is opened; they lean on the files above, which are there by then;
 * - `rules`: what the engine and these parts both use; the rest of the engine is the worker's own file;
 * - `en`: the texts of all these parts in English; `fr` and `fr-parts`: those of the first screen and
 *   of all these parts in French.
 */

/** What the bundler knows of a module. */
export interface Module {
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}
export type ModuleOf = (id: string) => Module | null;

export interface Entries {
  readonly page: string;
  readonly engine: string;
}

type Part = 'fr' | 'fr-parts' | 'en' | 'chart' | 'dialogs' | 'panels';

/** By the path of what is fetched later; the first that matches. */
const PARTS: readonly (readonly [part: Part, path: RegExp])[] = [
  ['fr', /\/ui\/text\/fr\/first-screen/],
  ['fr-parts', /\/ui\/text\/fr\//],
  ['en', /\/ui\/text\//],
  ['chart', /\/ui\/chart\//],
  ['dialogs', /\/ui\/(?:rules\/(?:editor|import|QuickAlert)|settings|shortcuts|readiness|desk)/],
];

/** What two parts need is in the file of the first of these: it is there before the other. */
const FILES: readonly Part[] = ['panels', 'chart', 'dialogs', 'en', 'fr', 'fr-parts'];

/** Names the file of each module; null where the bundler decides. */
export function assignChunks(entries: Entries, moduleOf: ModuleOf): (id: string) => string | null {
  const engine = reach(entries.engine, moduleOf);
  const page = reach(entries.page, moduleOf);
  const parts = partsOf(entries.page, moduleOf);
  return (id) => {
    if (page.has(id)) return engine.has(id) ? 'common' : 'page';
    const needing = parts.get(id);
    if (!needing) return null;
    if (engine.has(id)) return 'rules';
    return fileFor(needing);
  };
}

function fileFor(needing: ReadonlySet<Part>): string {
  if (needing.has('panels') && needing.has('chart')) return 'page';
  return FILES.find((part) => needing.has(part)) ?? 'panels';
}

/** The parts that come with each module that is fetched later. */
function partsOf(page: string, moduleOf: ModuleOf): ReadonlyMap<string, ReadonlySet<Part>> {
  const found = new Map<string, Set<Part>>();
  const all = reach(page, (id) => {
    const { importedIds, dynamicallyImportedIds } = moduleOf(id) ?? NONE;
    return { importedIds: [...importedIds, ...dynamicallyImportedIds], dynamicallyImportedIds };
  });
  const roots = new Set([...all].flatMap((id) => moduleOf(id)?.dynamicallyImportedIds ?? []));
  for (const root of roots) {
    const part = PARTS.find(([, path]) => path.test(root))?.[0] ?? 'panels';
    for (const id of reach(root, moduleOf)) found.set(id, (found.get(id) ?? new Set()).add(part));
  }
  return found;
}

const NONE: Module = { importedIds: [], dynamicallyImportedIds: [] };

/** `from` and all that comes with it. */
function reach(from: string, moduleOf: ModuleOf): ReadonlySet<string> {
  const reached = new Set([from]);
  for (const id of reached) {
    for (const next of moduleOf(id)?.importedIds ?? []) reached.add(next);
  }
  return reached;
}
