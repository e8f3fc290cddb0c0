import { describe, expect, it } from 'vitest';
import { deviationAt, hasOracle, readOracleCases } from '../../testing/oracle.ts';
import { computeSeries } from './index.ts';

const reason = hasOracle ? '' : ' (skipped: ../shared/data is not here)';

describe.skipIf(!hasOracle)(`against independent engines${reason}`, () => {
  for (const each of readOracleCases()) {
    const { name, params, file, values } = each;
    it(`${name} ${JSON.stringify(params)} on ${file} agrees to 1e-9`, () => {
      const series = computeSeries(name, params, each.candles);
      const outputs = Object.keys(values);
      expect(outputs).not.toHaveLength(0);
      const differences = outputs.flatMap((output) =>
        Array.from(series[output] ?? [], (value, index) => {
          const isEqual = deviationAt(each, output, index, value) <= 1e-9;
          return isEqual ? '' : `${output}[${index}] is ${value}, not ${values[output]?.[index]}`;
        }).filter((difference) => difference !== ''),
      );
      expect(differences).toEqual([]);
      expect(outputs.map((output) => series[output]?.length)).toEqual(
        outputs.map((output) => values[output]?.length),
      );
    });
  }
});
