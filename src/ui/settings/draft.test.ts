import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import { SETTINGS } from '../text/en/settings.ts';
import { readDraft } from './draft.ts';

const read = (draft: Parameters<typeof readDraft>[0]) =>
  readDraft(draft, DEFAULT_SETTINGS, SETTINGS);

describe('the settings form', () => {
  it('changes only what differs', () => {
    expect(read({ queueSize: '1000', toastDurationMs: '8,000', enableAudio: false })).toEqual({
      changes: { toastDurationMs: 8000, enableAudio: false },
      errors: {},
    });
  });

  it.each([
    ['0', '0'],
    ['12abc', '"12abc"'],
    ['', '""'],
    ['1.5', '1.5'],
    ['1e9', '"1e9"'],
  ])('refuses %s for the queue, naming field, value and what is allowed', (typed, shown) => {
    expect(read({ queueSize: typed }).errors).toEqual({
      queueSize: `Messages that may wait: ${shown} is not allowed. Allowed: 10 to 100000 frames, whole.`,
    });
  });

  it('refuses settings that contradict each other', () => {
    const { errors } = read({ minReconnectDelayMs: '40000' });
    expect(errors.minReconnectDelayMs).toContain('at most settings.maxReconnectDelayMs');
  });

  it('refuses an address with another scheme', () => {
    expect(read({ customStreamUrl: 'http://x' }).errors.customStreamUrl).toContain('wss://');
  });
});
