/* oxlint-disable no-underscore-dangle -- these are the names that Preact gives */
import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { act } from '@testing-library/preact';
import { options, render } from 'preact';
import type { ComponentChildren } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetOldVNodes } from './forget-old-vnodes.ts';

type Values = readonly [Signal<number>, Signal<number>, Signal<number>];

interface Node {
  readonly __k?: unknown;
  readonly __c?: { readonly __v?: Node | null } | null;
}

function Cell({ value }: { readonly value: Signal<number> }) {
  return (
    <p>
      <b>{value.value}</b>
    </p>
  );
}

function Frame({ children }: { readonly children: ComponentChildren }) {
  return children;
}

function Panel({ children }: { readonly children: ComponentChildren }) {
  return (
    <section>
      <Frame>{children}</Frame>
    </section>
  );
}

/** Draws itself when the first value changes; its parts, when the others do. */
function Numbers({ values: [all, first, second] }: { readonly values: Values }) {
  return (
    <Panel>
      <div title={`${all.value}`}>
        <Cell value={first} />
        <Frame>
          <Cell value={second} />
        </Frame>
      </div>
    </Panel>
  );
}

describe('a page that draws itself for long', () => {
  const { vnode } = options;
  const values: Values = [signal(0), signal(0), signal(0)];
  let root: HTMLElement;
  const drawTimes = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time++) {
      for (const value of values) await act(() => void value.value++);
    }
  };
  beforeEach(() => {
    root = document.createElement('main');
  });
  afterEach(() => {
    render(null, root);
    if (vnode) options.vnode = vnode;
    else delete options.vnode;
  });
  const draw = (): void =>
    render(
      <main>
        <Frame>
          <Numbers values={values} />
        </Frame>
      </main>,
      root,
    );

  it('takes the children from what was drawn before, and draws as ever', async () => {
    const replaced: Node[] = [];
    options.vnode = (node) => {
      const old = (node as Node).__c?.__v;
      if (old) replaced.push(old);
    };
    forgetOldVNodes();
    draw();
    await drawTimes(50);
    expect(replaced.length).toBeGreaterThanOrEqual(150);
    expect(replaced.filter((node) => node.__k !== null)).toEqual([]);
    expect(root.textContent).toBe(`${values[1].value}${values[2].value}`);
  });
});
