import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Indicator } from '../../domain/indicators/definition.ts';
import { indicators } from '../../domain/indicators/index.ts';
import { describeCondition, describeRule } from '../../domain/rules/describe.ts';
import { priceLevelRule, READY_MADE_RULES } from '../../domain/rules/ready-made.ts';
import { fault } from '../../domain/result.ts';
import { formatCompact } from '../format/compact.ts';
import { formatPercent } from '../format/percent.ts';
import { formatNumber } from '../format/price.ts';
import { formatAge, formatDateTime } from '../format/time.ts';
import { loadPartTexts, speak } from './language.ts';
import { partText, text } from './text.ts';
import { OUTPUTS } from './fr/outputs.ts';
import { PARAMETERS } from './fr/indicators.ts';

const ALL = Object.values<Indicator>(indicators);
/** No-break spaces as plain ones. */
const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('in French', () => {
  beforeAll(async () => {
    await loadPartTexts();
    await speak('fr');
  });
  afterAll(() => speak('en'));

  it('numbers have a comma, narrow spaces between thousands and a space before the percent', () => {
    expect(formatNumber(1234.56, 2)).toBe('1\u202f234,56');
    expect(plain(formatPercent(-1234.5))).toBe('−1 234,50 %');
    expect(plain(formatCompact(2_345_678_900))).toBe('2,35 Md');
  });

  it('times are written as in France', () => {
    const time = Date.UTC(2026, 1, 3, 14, 5, 6);
    expect(plain(formatDateTime(time, 'utc'))).toBe('3 févr. 2026, 14:05:06');
    expect(formatAge(time, time + 3 * 86_400_000)).toBe('il y a 3 j');
  });

  it('each ready-made rule has a French name and a French sentence', () => {
    for (const rule of READY_MADE_RULES) {
      expect(text().ruleName(rule.name)).not.toBe(rule.name);
      expect(describeRule(rule, partText().ruleWords)).toMatch(/^(ACHAT|VENTE) quand .+, pour /);
    }
    expect(text().ruleName('Mine')).toBe('Mine');
  });

  it('a rule is told as it would be by a French speaker', () => {
    const rule = priceLevelRule({ symbol: 'BTCUSDT', price: 64250.5, direction: 'above' });
    expect(describeRule({ ...rule, cooldownMs: 5_400_000 }, partText().ruleWords)).toBe(
      'ACHAT quand la clôture passe au-dessus de 64250,5, pour BTCUSDT, sur chaque intervalle suivi, ' +
        'au plus une fois en 1,5 heure',
    );
    const move = {
      left: { price: 'close' },
      operator: 'risesBy',
      percent: 2.5,
      candles: 3,
    } as const;
    expect(plain(describeCondition({ not: move }, partText().ruleWords))).toBe(
      'la clôture ne monte pas de 2,5 % en 3 bougies',
    );
  });

  it('each indicator, parameter and line has a French name', () => {
    const parameters = ALL.flatMap((one) => Object.values(one.parameters));
    expect(parameters.filter(({ title }) => !(title in PARAMETERS))).toEqual([]);
    const outputs = ALL.flatMap((one) => one.outputs);
    expect(outputs.filter((output) => !(output in OUTPUTS))).toEqual([]);
  });

  it('what is refused, and what would have been right, is said in French where it is a set phrase', () => {
    expect(plain(text().fault(fault('settings.queueSize', 0, '10 to 100000 frames, whole')))).toBe(
      'settings.queueSize : 0 n’est pas accepté ; attendu : nombre entier de 10 à 100000 trames',
    );
    expect(plain(text().faultValue(fault('side', 'HOLD', 'BUY, SELL')))).toBe(
      '"HOLD" n’est pas accepté ; attendu : BUY, SELL',
    );
  });

  it('nothing is singular but none and one', () => {
    const { count } = text().watchlist;
    expect([count(0), count(1), count(2)]).toEqual(['0 symbole', '1 symbole', '2 symboles']);
  });
});
