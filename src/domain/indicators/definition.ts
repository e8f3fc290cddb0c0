import type { Candle } from '../candle.ts';

/** A number that the user may set. Bounds are inclusive. */
export interface Parameter {
  readonly title: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly isInteger: boolean;
}

/** `columns` stand on zero, `steps` are not joined from one value to the next. */
export type OutputStyle = 'line' | 'columns' | 'dots' | 'steps';

/** How a chart draws the outputs. `Name` and `Output` as in `Indicator`. */
export interface Display<Name extends string = string, Output extends string = string> {
  /** Of all outputs: `line` unless told. */
  readonly style?: OutputStyle;
  /** Of those that differ. */
  readonly styles?: Readonly<Partial<Record<Output, OutputStyle>>>;
  /** Values that readers look for, such as 30 and 70 of an RSI. */
  readonly levels?: readonly number[];
  /** The least and the greatest value that there can be. */
  readonly bounds?: readonly [least: number, greatest: number];
  /** Two outputs with the space between them filled. */
  readonly band?: readonly [Output, Output];
  /** The output of 1 and −1 that colours the others. */
  readonly trend?: Output;
  /** Outputs that stand as many candles ahead as this parameter says. */
  readonly ahead?: Readonly<Partial<Record<Output, Name>>>;
  /** The close stands, as a line of its own, as many candles back as this parameter says. */
  readonly lagging?: Name;
}

/**
 * An indicator as a fold over candles, oldest first.
 *
 * A state carries the outputs as fields of its own, NaN before they are defined. `step` returns a
 * new state in constant time and leaves the given one fit to be continued from: step with the open
 * candle, read the outputs, throw the new state away, and step again when the candle has closed.
 * Only the latest state that was kept may be continued from (`window.ts` says why).
 *
 * `Name` is the name of a parameter, `Output` that of an output. The defaults are the form in
 * which the registry hands out indicators of every kind.
 */
export interface Indicator<
  Name extends string = string,
  Output extends string = string,
  State extends object = object,
> {
  /** Its key in the registry and in stored rules: never renamed. */
  readonly name: string;
  readonly title: string;
  /** For labels that go on with the parameters: `RSI` for `RSI(14)`. */
  readonly shortTitle: string;
  readonly parameters: Readonly<Record<Name, Parameter>>;
  readonly outputs: readonly Output[];
  /** Outputs that measure nothing: 1, −1 or 0, for up, down or neither. */
  readonly signs?: readonly Output[];
  /** `price`: in units of the price, drawn over the candles. `pane`: has a scale of its own. */
  readonly placement: 'price' | 'pane';
  readonly display?: Display<NoInfer<Name>, NoInfer<Output>>;
  /** Its first values come with the day after the first one that was seen to begin. */
  readonly waitsForDay?: true;
  /**
   * Index of the first candle, counted from 0, at which each output is defined; for one that waits
   * for a day, at the earliest.
   */
  warmUp(params: Readonly<Record<Name, number>>): Readonly<Record<Output, number>>;
  start(params: Readonly<Record<Name, number>>): State;
  step(state: State, candle: Candle): State;
}

/** Types an indicator from what it is made of, and checks that its state carries its outputs. */
export function defineIndicator<
  Name extends string,
  Output extends string,
  State extends Readonly<Record<Output, number>>,
>(indicator: Indicator<Name, Output, State>): Indicator<Name, Output, State> {
  return indicator;
}

/** The value of an output in a state whose exact type is not known: NaN before warm-up. */
export function outputOf(state: object, output: string): number {
  return (state as Readonly<Record<string, number>>)[output] ?? Number.NaN;
}

/** The look-back that most indicators have. */
export function lengthParameter(title: string, defaultLength: number): Parameter {
  return { title, default: defaultLength, min: 1, max: 1000, isInteger: true };
}
