import { describe, expect, it } from 'vitest';
import { assignChunks } from './chunks.ts';
import type { Module } from './chunks.ts';

/** Module → what it imports; what comes after `later:` is imported dynamically. */
const GRAPH: Readonly<Record<string, string>> = {
  '/ui/main':
    '/ui/shell /protocol/messages preact later: /ui/chart/View /ui/health/Health /ui/settings/Form /ui/text/en/parts /ui/text/fr/parts',
  '/ui/shell': 'preact',
  '/ui/chart/View': 'preact uplot /domain/indicators /ui/line /ui/picker',
  '/ui/health/Health': '/ui/line /ui/table',
  '/ui/settings/Form': '/ui/table /ui/picker /ui/field',
  '/ui/text/en/parts': '/ui/text/en/words',
  '/ui/text/fr/parts': '/ui/text/fr/words',
  '/engine/worker': '/protocol/messages /domain/indicators decimal',
};

function moduleOf(id: string): Module {
  const [now = '', later = ''] = (GRAPH[id] ?? '').split('later:');
  const names = (list: string) => list.split(' ').filter((name) => name !== '');
  return { importedIds: names(now), dynamicallyImportedIds: names(later) };
}

describe('the files of the build', () => {
  const fileOf = assignChunks({ page: '/ui/main', engine: '/engine/worker' }, moduleOf);

  it.each([
    ['/ui/main', 'page'],
    ['/ui/shell', 'page'],
    ['preact', 'page'],
    ['/protocol/messages', 'common'],
    ['/ui/chart/View', 'chart'],
    ['uplot', 'chart'],
    ['/ui/health/Health', 'panels'],
    ['/ui/settings/Form', 'dialogs'],
    ['/ui/field', 'dialogs'],
    ['/ui/text/fr/words', 'fr-parts'],
  ])('%s goes to %s', (id, file) => {
    expect(fileOf(id)).toBe(file);
  });

  it('what chart and panels use is there before either', () => {
    expect(fileOf('/ui/line')).toBe('page');
  });

  it('what a dialog shares with a panel or the chart is in their file', () => {
    expect(fileOf('/ui/table')).toBe('panels');
    expect(fileOf('/ui/picker')).toBe('chart');
  });

  it('what the engine shares with a later part is in a file without anything of the page', () => {
    expect(fileOf('/domain/indicators')).toBe('rules');
  });

  it('what the engine alone uses is left to the bundler', () => {
    expect(fileOf('/engine/worker')).toBeNull();
    expect(fileOf('decimal')).toBeNull();
  });
});
