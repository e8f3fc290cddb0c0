import { describe, expect, it } from 'vitest';
import { settle } from '../testing/fake-clock.ts';
import { createObservers } from './observers.ts';

function setUp() {
  const faults: unknown[] = [];
  const heard: string[] = [];
  const observers = createObservers<[number]>((error) => faults.push(error));
  const hear = (name: string) => (fact: number) => void heard.push(`${name}${fact}`);
  return { observers, faults, heard, hear };
}

describe('createObservers', () => {
  it('tells each observer in the order of joining', () => {
    const { observers, heard, hear } = setUp();
    observers.add(hear('a'));
    observers.add(hear('b'));
    observers.tell(1);
    expect(heard).toEqual(['a1', 'b1']);
  });

  it('reports one that throws or rejects, and tells the others', async () => {
    const { observers, faults, heard, hear } = setUp();
    observers.add(() => {
      throw new Error('throws');
    });
    observers.add(() => Promise.reject(new Error('rejects')));
    observers.add(hear('c'));
    observers.tell(1);
    await settle();
    expect(heard).toEqual(['c1']);
    expect(faults.map(String)).toEqual(['Error: throws', 'Error: rejects']);
  });

  it('one that joins while a fact is told hears of the next', () => {
    const { observers, heard, hear } = setUp();
    const remove = observers.add(() => void observers.add(hear('new')));
    observers.tell(1);
    remove();
    observers.tell(2);
    expect(heard).toEqual(['new2']);
  });

  it('one that is removed while a fact is told hears of none', () => {
    const { observers, heard, hear } = setUp();
    observers.add(() => removeSecond());
    const removeSecond = observers.add(hear('second'));
    observers.tell(1);
    expect(heard).toEqual([]);
  });

  it('the same function added twice is two observers', () => {
    const { observers, heard, hear } = setUp();
    const same = hear('same');
    const removeFirst = observers.add(same);
    observers.add(same);
    removeFirst();
    observers.tell(1);
    expect(heard).toEqual(['same1']);
  });
});
