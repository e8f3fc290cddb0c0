/** To the bench's own server. */
export async function report(name: string, content: unknown): Promise<void> {
  await fetch(`/report/${name}`, { method: 'POST', body: JSON.stringify(content) });
}

/** Resolves when the server gives that command. */
export async function command(name: string): Promise<void> {
  await fetch(`/command/${name}`);
}

/** Calls back when what this frame draws has been handed on to be displayed. */
export function afterPaint(task: (time: number) => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    task(epochNow());
  });
  port1.start();
  port2.postMessage(null);
}

/** Epoch milliseconds with a fraction. */
export function epochNow(): number {
  return performance.timeOrigin + performance.now();
}
