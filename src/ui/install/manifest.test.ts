import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifestAddress } from './manifest-address.ts';
import { manifests } from './manifest.ts';

const PUBLIC = new URL('../../../public/', import.meta.url);
const manifest = manifests.en;
const icons = manifest.icons ?? [];
const pngs = [...icons, ...(manifest.screenshots ?? [])].filter(({ src }) => src.endsWith('.png'));

/** Width and height stand in a PNG's first chunk: https://www.w3.org/TR/png/#11IHDR */
function sizeOf(png: Buffer): string {
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

describe('the manifest', () => {
  it.each(pngs.map(({ src, sizes }) => [src, sizes] as const))('has %s at %s', (src, sizes) => {
    expect(sizeOf(readFileSync(new URL(src, PUBLIC)))).toBe(sizes);
  });

  it('has both purposes in both sizes', () => {
    const offered = icons.map(({ purpose, sizes }) => `${String(purpose)} ${sizes}`);
    expect(offered).toEqual(
      expect.arrayContaining([
        'any 192x192',
        'any 512x512',
        'maskable 192x192',
        'maskable 512x512',
      ]),
    );
  });

  it('has only relative addresses, so that it works under any path', () => {
    const addresses = [
      manifest.start_url,
      manifest.scope,
      ...pngs.map(({ src }) => src),
      ...(manifest.shortcuts ?? []).map(({ url }) => url),
    ];
    for (const address of addresses) expect(address).toMatch(/^(?!\/|\w+:)/);
  });

  it('is of the same app in French, in French words', () => {
    const { id, icons: sameIcons, lang, name, description, shortcuts } = manifests.fr;
    expect([id, sameIcons, lang]).toEqual([manifest.id, icons, 'fr']);
    expect([name, description]).not.toContain(manifest.name);
    expect(shortcuts?.[0]?.name).toBe('Historique des alertes');
    expect(manifestAddress('fr')).toBe('manifest.fr.webmanifest');
  });
});
