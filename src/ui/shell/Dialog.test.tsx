import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Dialog } from './Dialog.tsx';

const show = (part: { readonly isOnce?: boolean } = {}) => {
  let closings = 0;
  render(
    <Dialog name="any" title="Any" onClosed={() => (closings += 1)} {...part}>
      {() => (
        <>
          <input aria-label="Search" />
          <form>
            <input aria-label="Price" />
          </form>
        </>
      )}
    </Dialog>,
  );
  return () => closings;
};
const pressOutside = () => fireEvent.mouseDown(screen.getByRole('dialog'));
const type = (field: string, value: string) =>
  fireEvent.input(screen.getByLabelText(field), { target: { value } });
afterEach(cleanup);

describe('a press outside of a dialog', () => {
  it('closes it; a press inside does not', () => {
    const closings = show();
    fireEvent.mouseDown(screen.getByLabelText('Price'));
    expect(closings()).toBe(0);
    pressOutside();
    expect(closings()).toBe(1);
  });

  it('throws nothing away that was filled in: that is left to the buttons and to Escape', () => {
    const closings = show();
    type('Price', '64,000');
    pressOutside();
    expect(closings()).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(closings()).toBe(1);
  });

  it('closes it where something was merely searched for', () => {
    const closings = show();
    type('Search', 'rsi');
    pressOutside();
    expect(closings()).toBe(1);
  });

  it('does nothing where what it shows comes but once', () => {
    const closings = show({ isOnce: true });
    pressOutside();
    expect(closings()).toBe(0);
  });
});
