/** A command that cannot be carried out: names the field, its value and what is allowed. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
}

/** Reads the fields of a command one by one; each reader throws a {@link ControlError}. */
export interface Fields {
  text(name: string): string;
  optionalText(name: string): string | undefined;
  integer(name: string, min: number, max: number): number;
  optionalInteger(name: string, min: number, max: number): number | undefined;
  flag(name: string, fallback: boolean): boolean;
  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice;
  texts(name: string): readonly string[];
  integers(name: string): readonly number[];
  /** Throws when the command has a field that nobody has read. */
  finish(): void;
}

/** Shows a value as it would stand in JSON, cut to a readable length. */
function show(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value).slice(0, 80);
}

/** Fields of a command; `command` itself counts as read. */
export function createFields(body: Readonly<Record<string, unknown>>): Fields {
  const read = new Set(['command']);
  const get = (name: string): unknown => {
    read.add(name);
    return body[name];
  };
  const fail = (name: string, allowed: string): never => {
    throw new ControlError(`${name}: ${show(body[name])}; allowed is ${allowed}`);
  };
  const integer = (name: string, min: number, max: number): number => {
    const value = get(name);
    const isAllowed = Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
    return isAllowed ? Number(value) : fail(name, `a whole number from ${min} to ${max}`);
  };
  const text = (name: string): string => {
    const value = get(name);
    return typeof value === 'string' ? value : fail(name, 'a string');
  };
  const list = (name: string): readonly unknown[] => {
    const value = get(name);
    return Array.isArray(value) ? (value as readonly unknown[]) : fail(name, 'a list');
  };
  return {
    text,
    optionalText: (name) => (get(name) === undefined ? undefined : text(name)),
    integer,
    optionalInteger: (name, min, max) =>
      get(name) === undefined ? undefined : integer(name, min, max),
    flag(name, fallback) {
      const value = get(name) ?? fallback;
      return typeof value === 'boolean' ? value : fail(name, 'true or false');
    },
    oneOf(name, choices) {
      const value = get(name);
      return choices.find((each) => each === value) ?? fail(name, `one of ${choices.join(', ')}`);
    },
    texts(name) {
      const values = list(name);
      const names = values.filter((each) => typeof each === 'string');
      return names.length === values.length ? names : fail(name, 'a list of strings');
    },
    integers(name) {
      const values = list(name);
      const numbers = values.filter((each) => typeof each === 'number' && Number.isInteger(each));
      return numbers.length === values.length
        ? numbers.map(Number)
        : fail(name, 'a list of whole numbers');
    },
    finish() {
      const strange = Object.keys(body).find((name) => !read.has(name));
      if (strange !== undefined) {
        fail(strange, `only ${[...read].join(', ')}`);
      }
    },
  };
}
