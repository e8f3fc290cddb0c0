import type { Limits } from './limits.ts';
import type { Market } from './market.ts';

/** What an endpoint answers: the body as JSON. */
export interface RestAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** One path of the REST API. */
export interface RestEndpoint {
  /** Request weight, which may depend on the query. */
  weight(query: URLSearchParams): number;
  answer(query: URLSearchParams, market: Market, limits: Limits): RestAnswer;
}

/** A refusal in Binance's form. Source: binance-spot-api-docs, errors.md. */
export function restError(code: number, msg: string, status = 400): RestAnswer {
  return { status, body: { code, msg } };
}

/** The symbol does not exist. */
export const INVALID_SYMBOL: RestAnswer = restError(-1121, 'Invalid symbol.');

/** A mandatory parameter is missing or empty. */
export function missingParameter(name: string): RestAnswer {
  return restError(
    -1102,
    `Mandatory parameter '${name}' was not sent, was empty/null, or malformed.`,
  );
}

/** A parameter that should be digits is not. */
export function illegalCharacters(name: string): RestAnswer {
  return restError(
    -1100,
    `Illegal characters found in parameter '${name}'; legal range is '^[0-9]{1,20}$'.`,
  );
}

/**
 * The symbols that `symbol=A` or `symbols=["A","B"]` ask for: undefined when neither is sent, or the
 * refusal when one is malformed or does not exist.
 */
export function askedSymbols(
  query: URLSearchParams,
  market: Market,
): readonly string[] | undefined | RestAnswer {
  const one = query.get('symbol');
  const many = query.get('symbols');
  if (one !== null && many !== null) {
    return restError(-1128, "Combination of optional parameters invalid. Recommendation: 'symbol'");
  }
  let names: readonly string[];
  if (one !== null) names = [one];
  else if (many === null) return undefined;
  else {
    const list = parseNames(many);
    if (list === undefined) {
      return restError(-1100, "Illegal characters found in parameter 'symbols'.");
    }
    names = list;
  }
  const known = new Set(market.symbols().map((spec) => spec.symbol));
  return names.every((name) => known.has(name)) ? names : INVALID_SYMBOL;
}

function parseNames(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return undefined;
    const names = value.filter((each) => typeof each === 'string');
    return names.length === value.length ? names : undefined;
  } catch {
    return undefined;
  }
}

/** Whether {@link askedSymbols} returned a refusal. */
export function isRefusal(value: readonly string[] | undefined | RestAnswer): value is RestAnswer {
  return value !== undefined && 'status' in value;
}
