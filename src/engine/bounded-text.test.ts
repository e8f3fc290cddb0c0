import { describe, expect, it } from 'vitest';
import { readBoundedText } from './bounded-text.ts';

describe('the text of an answer', () => {
  it('is read as a whole where it is short, letters that are split over chunks included', async () => {
    const bytes = new TextEncoder().encode('["币安人生USDT"]');
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readBoundedText(new Response(body), 100)).toBe('["币安人生USDT"]');
    expect(await readBoundedText(new Response(null), 100)).toBe('');
  });

  it('is read no further than is allowed, and seen to be longer', async () => {
    let chunks = 0;
    let isCancelled = false;
    const body = new ReadableStream({
      pull(controller) {
        chunks++;
        controller.enqueue(new TextEncoder().encode('x'.repeat(1000)));
      },
      cancel() {
        isCancelled = true;
      },
    });
    const text = await readBoundedText(new Response(body), 10_000);
    expect(text.length).toBeGreaterThan(10_000);
    expect(chunks).toBeLessThan(20);
    expect(isCancelled).toBe(true);
  });
});
