import { describe, expect, it } from 'vitest';
import { readDeviceFacts } from './device-facts.ts';

const storage = {
  estimate: () => Promise.resolve({ usage: 1_000, quota: 5_000 }),
  persisted: () => Promise.resolve(true),
};

describe('what the browser tells of the device', () => {
  it('is the memory of everything where the page is isolated', async () => {
    const measureUserAgentSpecificMemory = () => Promise.resolve({ bytes: 9_000 });
    const performance = { measureUserAgentSpecificMemory, memory: { usedJSHeapSize: 1 } };
    const isolated = { performance, navigator: { storage }, crossOriginIsolated: true };
    expect(await readDeviceFacts(isolated)).toEqual({
      memory: { bytes: 9_000, of: 'all' },
      storage: { usage: 1_000, quota: 5_000 },
      isPersisted: true,
    });
    const { memory } = await readDeviceFacts({ ...isolated, crossOriginIsolated: false });
    expect(memory).toEqual({ bytes: 1, of: 'page' });
  });

  it('is nothing where it does not tell, or refuses to', async () => {
    const refuse = () => Promise.reject(new Error('private window'));
    const nothing = { memory: null, storage: null, isPersisted: null };
    expect(await readDeviceFacts({ performance: {}, navigator: {} })).toEqual(nothing);
    const refusing = {
      performance: { measureUserAgentSpecificMemory: refuse },
      navigator: { storage: { estimate: refuse, persisted: refuse } },
      crossOriginIsolated: true,
    };
    expect(await readDeviceFacts(refusing)).toEqual(nothing);
    const silent = { estimate: () => Promise.resolve({}) };
    expect(await readDeviceFacts({ performance: {}, navigator: { storage: silent } })).toEqual(
      nothing,
    );
  });
});
