import { accept, refuse } from '../domain/result.ts';
import type { Result } from '../domain/result.ts';

export type SettingGroup = 'connection' | 'market' | 'alerts';

interface Definition<Kind extends string, Value> {
  readonly kind: Kind;
  readonly group: SettingGroup;
  readonly default: Value;
}

/** A whole number within bounds, both inclusive. */
export interface IntegerSetting extends Definition<'integer', number> {
  readonly min: number;
  readonly max: number;
  readonly unit: 'ms' | 'candles' | 'frames' | 'attempts' | 'alerts';
}

export type BooleanSetting = Definition<'boolean', boolean>;

export interface ChoiceSetting<Option extends string = string> extends Definition<
  'choice',
  Option
> {
  readonly options: readonly Option[];
}

/** An address with one of the schemes given, or empty. */
export interface AddressSetting extends Definition<'address', string> {
  readonly schemes: readonly string[];
}

export type SettingDefinition = IntegerSetting | BooleanSetting | ChoiceSetting | AddressSetting;

/** The type that a definition's values have. */
export type SettingValue<D extends SettingDefinition> = D extends IntegerSetting
  ? number
  : D extends BooleanSetting
    ? boolean
    : D extends ChoiceSetting<infer Option>
      ? Option
      : string;

const LONGEST_ADDRESS = 200;
const HOST_LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const HOST_AND_PORT = new RegExp(`^${HOST_LABEL}(?:\\.${HOST_LABEL})*(?::(\\d{1,5}))?$`);
const LARGEST_PORT = 65_535;

/** Reads one value from outside against its definition. */
export function parseSetting(
  definition: SettingDefinition,
  value: unknown,
  field: string,
): Result<number | boolean | string> {
  switch (definition.kind) {
    case 'integer': {
      const { min, max, unit } = definition;
      const isInBounds =
        typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
      return isInBounds ? accept(value) : refuse(field, value, `${min} to ${max} ${unit}, whole`);
    }
    case 'boolean':
      return typeof value === 'boolean' ? accept(value) : refuse(field, value, 'true or false');
    case 'choice':
      return typeof value === 'string' && definition.options.includes(value)
        ? accept(value)
        : refuse(field, value, definition.options.join(', '));
    case 'address':
      return isAddress(value, definition.schemes)
        ? accept(value)
        : refuse(field, value, `empty, or ${definition.schemes.join(' or ')} and a host name`);
    default:
      return definition satisfies never;
  }
}

function isAddress(value: unknown, schemes: readonly string[]): value is string {
  if (value === '') return true;
  if (typeof value !== 'string' || value.length > LONGEST_ADDRESS) return false;
  const scheme = schemes.find((candidate) => value.startsWith(candidate));
  const match = scheme === undefined ? null : HOST_AND_PORT.exec(value.slice(scheme.length));
  const port = Number(match?.[1] ?? LARGEST_PORT);
  return match !== null && port > 0 && port <= LARGEST_PORT;
}
