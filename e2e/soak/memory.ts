/** Memory of a page and of its engine's worker, after a garbage collection. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** Bytes of objects and of what typed arrays hold. */
export interface MemoryUse {
  readonly worker: number;
  readonly page: number;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

const PATIENCE_MS = 10_000;

/** @throws Error when the page has no worker, or the browser does not answer */
export async function measureMemory(context: BrowserContext, page: Page): Promise<MemoryUse> {
  const session = await context.newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const own = await session.send('Runtime.getHeapUsage');
    return { page: sizeOf(own), worker: await measureWorker(session) };
  } finally {
    await session.detach();
  }
}

/** Playwright's sessions reach no worker: this one is spoken to through its page's. */
async function measureWorker(session: CDPSession): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const attached = new Promise<string>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the page has no worker')), PATIENCE_MS);
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;
  clearTimeout(timer);
  await askWorker(session, sessionId, 1, 'HeapProfiler.collectGarbage');
  return sizeOf(await askWorker(session, sessionId, 2, 'Runtime.getHeapUsage'));
}

function askWorker(
  session: CDPSession,
  sessionId: string,
  id: number,
  method: string,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the worker does not answer ${method}`)),
      PATIENCE_MS,
    );
    session.on('Target.receivedMessageFromTarget', (event) => {
      const answer = JSON.parse(event.message) as { id?: number; result?: unknown };
      if (event.sessionId !== sessionId || answer.id !== id) return;
      clearTimeout(timer);
      resolve(answer.result);
    });
    session
      .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
      .catch(reject);
  });
}

function sizeOf(usage: unknown): number {
  const { usedSize, backingStorageSize } = usage as HeapUsage;
  return usedSize + backingStorageSize;
}
