import { describe, expect, test } from 'vitest';
import { createObservers } from './observers.ts';

describe('observers', () => {
  test('all are told, until they stop observing', () => {
    const told: string[] = [];
    const observers = createObservers<string>(() => {});
    const stop = observers.add((fact) => told.push(`1 ${fact}`));
    observers.add((fact) => told.push(`2 ${fact}`));
    observers.tell('a', undefined, undefined);
    stop();
    stop();
    observers.tell('b', undefined, undefined);
    expect(told).toEqual(['1 a', '2 a', '2 b']);
  });

  test('a broken one is reported and never stops the others', () => {
    const told: string[] = [];
    const errors: unknown[] = [];
    const observers = createObservers<string>((error) => errors.push(error));
    observers.add(() => {
      throw new Error('broken');
    });
    observers.add((fact) => told.push(fact));
    observers.tell('a', undefined, undefined);
    expect(told).toEqual(['a']);
    expect(errors).toEqual([new Error('broken')]);
  });

  test('the same function added twice is two observers', () => {
    let count = 0;
    const observers = createObservers<string>(() => {});
    const observer = (): void => void count++;
    const stop = observers.add(observer);
    observers.add(observer);
    stop();
    observers.tell('a', undefined, undefined);
    expect(count).toBe(1);
  });

  test('observers may come and go while one is told', () => {
    const told: string[] = [];
    const observers = createObservers<string>(() => {});
    const stop = observers.add((fact) => {
      told.push(fact);
      stop();
      observers.add((later) => told.push(`new ${later}`));
    });
    observers.tell('a', undefined, undefined);
    observers.tell('b', undefined, undefined);
    expect(told).toEqual(['a', 'new b']);
  });
});
