/**
 * Where the script of the engine's worker is. The build replaces this file (`vite.config.ts`): it makes
 * the worker an entry of the page's own build, so that both fetch what they share once.
 */
export const ENGINE_URL = new URL('../engine/worker.ts', import.meta.url).href;
