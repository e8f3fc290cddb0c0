/** What the browser's own delivery costs: a worker that takes frames and does nothing with them. */
const worker = new Worker(new URL('./empty-handler-worker.ts', import.meta.url), {
  type: 'module',
});
worker.postMessage(new URLSearchParams(location.search).get('stream'));
