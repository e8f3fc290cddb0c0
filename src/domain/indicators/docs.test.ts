import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findIndicator, INDICATOR_NAMES } from './index.ts';

const PAGE = new URL('../../../docs/indicators.md', import.meta.url);

it('docs/indicators.md lists every indicator with its parameters and outputs', () => {
  const rows = readFileSync(PAGE, 'utf8').split('\n');
  for (const name of INDICATOR_NAMES) {
    const [row = '', ...more] = rows.filter((line) => line.startsWith(`| \`${name}\``));
    expect(more).toEqual([]);
    const { parameters = {}, outputs = [] } = findIndicator(name) ?? {};
    for (const [parameter, { default: standard }] of Object.entries(parameters)) {
      expect(row).toContain(`${parameter} ${standard}`);
    }
    expect(row).toContain(`→ ${outputs.join(', ')} |`);
  }
});
