// Writes docs/indicators.md from the doc comments of the indicators and from a comparison with the
// oracle in ../shared/data. Node 20 does not run TypeScript by itself; Vite does.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

const FOLDER = new URL('../src/domain/indicators/', import.meta.url);
const TARGET = fileURLToPath(new URL('indicators.md', import.meta.url));

const { indicators, computeSeries } = await load('../src/domain/indicators/index.ts');
const { deviationAt, hasOracle, readOracleCases } = await load('../src/testing/oracle.ts');

if (hasOracle) {
  const config = await resolveConfig(TARGET);
  const page = await format(pageOf(largestDeviations()), { ...config, parser: 'markdown' });
  writeFileSync(TARGET, page);
  process.stdout.write(page);
} else {
  process.stderr.write(
    'docs/indicators.md is as it was: the oracle, ../shared/data, is not here.\n',
  );
  process.exitCode = 1;
}

async function load(path) {
  const file = fileURLToPath(new URL(path, import.meta.url));
  const { module } = await runnerImport(file, { configFile: false });
  return module;
}

/** By indicator: the largest deviation, and how many values were compared. */
function largestDeviations() {
  const found = new Map();
  for (const each of readOracleCases()) {
    const series = computeSeries(each.name, each.params, each.candles);
    const sofar = found.get(each.name) ?? { largest: 0, count: 0 };
    for (const output of Object.keys(each.values)) {
      for (const [index, value] of series[output].entries()) {
        sofar.largest = Math.max(sofar.largest, deviationAt(each, output, index, value));
        if (!Number.isNaN(value) && each.isJudged(output, index)) sofar.count += 1;
      }
    }
    found.set(each.name, sofar);
  }
  return found;
}

function pageOf(deviations) {
  const rows = Object.values(indicators).map((indicator) => {
    const [formula = '', ...conventions] = commentOf(indicator.name);
    return [
      `\`${indicator.name}\`<br>${labelOf(indicator)}`,
      formula,
      conventions.join(' '),
      warmUpOf(indicator),
      deviationOf(deviations.get(indicator.name)),
    ];
  });
  const heading = ['Indicator', 'Formula and source', 'Convention', 'First value', 'Deviation'];
  const table = [heading, heading.map(() => '---'), ...rows];
  return [
    '# Indicators',
    'Written by `node docs/indicators.mjs` from the doc comments in `src/domain/indicators` and from ' +
      'a comparison with independent engines. Change those, not this page.',
    '**First value**: index of the first candle, counted from 0, that has one, with the defaults. ' +
      '**Deviation**: the largest from the values that independent engines (TA-Lib, ' +
      'technicalindicators, Tulip, trading-signals) compute from six series of Binance candles, as a ' +
      'share of the value. They are printed with 11 digits, so up to 5e-11 is their rounding.',
    // Else the formatter would pad each cell to the longest, and every change touch every line.
    '<!-- prettier-ignore -->\n' +
      table.map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n'),
  ].join('\n\n');
}

/** Paragraphs of the comment above the definition: the formula with its source, the convention. */
function commentOf(name) {
  const file = `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
  const source = readFileSync(new URL(file, FOLDER), 'utf8');
  const [before, after] = source.split(`export const ${name} = defineIndicator(`);
  if (after === undefined) throw new Error(`${file} does not define ${name}`);
  const comment = before.slice(before.lastIndexOf('/**') + 3, before.lastIndexOf('*/'));
  const lines = comment.split('\n').map((line) => line.replace(/^ \* ?/, '').trim());
  return lines
    .join('\n')
    .trim()
    .split(/\n{2,}/);
}

/** What it takes, with the defaults, and what it gives. */
function labelOf({ parameters, outputs }) {
  const defaults = Object.entries(parameters).map(([name, value]) => `${name} ${value.default}`);
  return [...(defaults.length > 0 ? [defaults.join(', ')] : []), `→ ${outputs.join(', ')}`].join(
    '<br>',
  );
}

function warmUpOf({ parameters, outputs, warmUp, waitsForDay }) {
  if (waitsForDay) return 'with the second day that was seen to begin';
  const defaults = Object.entries(parameters).map(([name, value]) => [name, value.default]);
  const first = warmUp(Object.fromEntries(defaults));
  const indices = [...new Set(outputs.map((output) => first[output]))];
  const named = indices.map((index) => {
    const those = outputs.filter((output) => first[output] === index);
    return `${those.join(', ')}: ${index}`;
  });
  return indices.length === 1 ? String(indices[0]) : named.join('<br>');
}

function deviationOf(found) {
  if (found === undefined) return 'no oracle: tested against its definition';
  return `${found.largest === 0 ? '0' : found.largest.toExponential(1)}<br>(${found.count} values)`;
}

function cell(text) {
  return text.replaceAll('\n', ' ').replaceAll('|', '\\|');
}
