import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Interval } from '../../domain/interval.ts';
import { selection } from '../state/selection.ts';
import { watchlist } from '../state/watchlist.ts';
import { partText } from '../text/text.ts';
import { Legend } from './Legend.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixRow } from './MatrixRow.tsx';
import { placeFor } from './grid-keys.ts';
import { matrixSymbols, showSeries } from './matrix-state.ts';
import { useMatrixWindow } from './use-matrix-window.ts';
import './matrix.css';

interface Series {
  readonly symbol: string;
  readonly interval: Interval;
}

/** Every watched symbol on every watched interval. Only rows in view exist, and the keyboard's. */
export function Matrix() {
  const words = partText().matrix;
  const hintId = useId();
  const view = useMatrixWindow();
  const { scroller, rows: rowGroup, existing, rowHeight } = view;
  /** Where the keyboard is, by name: rows change places under it. */
  const active = useSignal<Series | null>(null);
  const takesFocus = useRef(false);

  const symbols = matrixSymbols.value;
  const { intervals } = watchlist.value;
  const selected = selection.value;
  const { activeRow, activeColumn } = locate(active.value ?? selected, symbols, intervals);

  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    scroller.current
      ?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')
      ?.focus({ preventScroll: true });
  });

  if (symbols.length === 0) return <p class="empty">{words.empty}</p>;

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || !event.target.matches('[role=gridcell]')) return;
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') openFrom(event.target);
    else {
      const size = { rows: symbols.length, columns: intervals.length, page: view.page.peek() };
      const from = { row: activeRow, column: activeColumn };
      const place = placeFor(event.key, event.ctrlKey, from, size);
      const symbol = symbols[place?.row ?? -1];
      const interval = intervals[place?.column ?? -1];
      if (!place || symbol === undefined || interval === undefined) return;
      view.scrollTo(place.row);
      takesFocus.current = true;
      active.value = { symbol, interval };
    }
    event.preventDefault();
  };

  const openFrom = (target: EventTarget | null) => {
    const series = seriesAt(target, intervals);
    if (!series) return;
    active.value = series;
    showSeries(series.symbol, series.interval);
  };

  const { from, to } = existing.value;
  const rows = Array.from({ length: to - from }, (_, place) => from + place);
  if (activeRow < from) rows.unshift(activeRow);
  else if (activeRow >= to) rows.push(activeRow);

  return (
    <div class="matrix" ref={scroller} onScroll={view.onScroll}>
      <Legend />
      <div
        role="grid"
        class="matrix-grid"
        aria-label={words.title}
        aria-describedby={hintId}
        aria-rowcount={symbols.length + 1}
        aria-colcount={intervals.length + 1}
        style={{ '--intervals': intervals.length }}
        onKeyDown={onKeyDown}
        onClick={({ target }) => openFrom(target)}
        onFocusIn={({ target }) => (active.value = seriesAt(target, intervals) ?? active.value)}
      >
        <MatrixHead intervals={intervals} />
        <div
          role="rowgroup"
          class="matrix-rows"
          ref={rowGroup}
          style={{ height: `${symbols.length * rowHeight.value}px` }}
        >
          {rows.map((row) => {
            const symbol = symbols[row] ?? '';
            return (
              <MatrixRow
                key={symbol}
                symbol={symbol}
                intervals={intervals}
                rowIndex={row + 2}
                top={row * rowHeight.value}
                height={rowHeight.value}
                active={row === activeRow ? (intervals[activeColumn] ?? null) : null}
                selected={selected?.symbol === symbol ? selected.interval : null}
              />
            );
          })}
        </div>
      </div>
      <p class="visually-hidden" id={hintId}>
        {words.keys}
      </p>
    </div>
  );
}

/** Where the keyboard is; the first cell where it is nowhere. */
function locate(
  series: Series | null,
  symbols: readonly string[],
  intervals: readonly Interval[],
): { readonly activeRow: number; readonly activeColumn: number } {
  const row = series ? symbols.indexOf(series.symbol) : -1;
  const column = series ? intervals.indexOf(series.interval) : -1;
  return { activeRow: Math.max(0, row), activeColumn: Math.max(0, column) };
}

function seriesAt(target: EventTarget | null, intervals: readonly Interval[]): Series | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null;
  const symbol = cell?.closest<HTMLElement>('[data-symbol]')?.dataset['symbol'];
  const interval = intervals.find((one) => one === cell?.dataset['interval']);
  return symbol !== undefined && interval !== undefined ? { symbol, interval } : null;
}
