export interface Sizes {
  readonly firstScreen: number;
  readonly wholeApp: number;
  readonly languages: number;
  readonly largest: readonly (readonly [name: string, bytes: number])[];
}
type Limits = Pick<Sizes, 'firstScreen' | 'wholeApp'>;
type Files = ReadonlyMap<string, string>;

export const LIMITS: Limits;
export function scriptsOf(html: string): string[];
export function importsOf(code: string): string[];
export function firstScreenOf(html: string, files: Files): string[];
export function measure(html: string, files: Files): Sizes;
export function judge(
  sizes: Sizes,
  limits?: Limits,
): { readonly isFit: boolean; readonly words: string };
