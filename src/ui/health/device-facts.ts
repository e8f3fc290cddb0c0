/** What the browser tells of the memory and the storage that Tocsin takes. */
import { signal } from '@preact/signals';

export interface MemoryUse {
  readonly bytes: number;
  /** `all`: page, engine and service worker; `page`: without the engine. */
  readonly of: 'all' | 'page';
}

export interface DeviceFacts {
  /** Null where the browser does not tell. */
  readonly memory: MemoryUse | null;
  readonly storage: { readonly usage: number; readonly quota: number } | null;
  /** Whether the browser has promised to keep what is stored; null where it does not say. */
  readonly isPersisted: boolean | null;
}

/** The parts of a browser that are asked, each of which may be missing. */
export interface AskedBrowser {
  readonly performance: {
    /** Only on pages that are isolated from all others; waits for a garbage collection. */
    readonly measureUserAgentSpecificMemory?: () => Promise<{ readonly bytes: number }>;
    readonly memory?: { readonly usedJSHeapSize: number };
  };
  readonly navigator: {
    readonly storage?: {
      estimate?(): Promise<{ usage?: number; quota?: number }>;
      persisted?(): Promise<boolean>;
    };
  };
  readonly crossOriginIsolated?: boolean;
}

export const deviceFacts = signal<DeviceFacts | null>(null);

export async function readDeviceFacts(browser: AskedBrowser): Promise<DeviceFacts> {
  const { storage } = browser.navigator;
  const [memory, estimate, isPersisted] = await Promise.all([
    orNull(readMemory(browser)),
    orNull(storage?.estimate?.()),
    orNull(storage?.persisted?.()),
  ]);
  const { usage, quota } = estimate ?? {};
  const isTold = usage !== undefined && quota !== undefined;
  return { memory, storage: isTold ? { usage, quota } : null, isPersisted };
}

async function readMemory({
  performance,
  crossOriginIsolated,
}: AskedBrowser): Promise<MemoryUse | null> {
  if (crossOriginIsolated && performance.measureUserAgentSpecificMemory) {
    const { bytes } = await performance.measureUserAgentSpecificMemory();
    return { bytes, of: 'all' };
  }
  if (!performance.memory) return null;
  return { bytes: performance.memory.usedJSHeapSize, of: 'page' };
}

/** A browser that refuses to tell, as in a private window, is one that does not know. */
async function orNull<Value>(asked: Promise<Value> | undefined): Promise<Value | null> {
  try {
    return (await asked) ?? null;
  } catch {
    return null;
  }
}
