import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Panel } from '../shell/Panel.tsx';
import { engineState } from '../state/engine.ts';
import { activeTab } from '../state/layout.ts';
import { selectSymbol, selection } from '../state/selection.ts';
import { SymbolSearch } from '../search/SymbolSearch.tsx';
import { text } from '../text/text.ts';
import { WatchlistHeader } from './WatchlistHeader.tsx';
import { WatchlistRow } from './WatchlistRow.tsx';
import { moveFor } from './keys.ts';
import { removeSymbol } from './remove-symbol.ts';
import { sortedSymbols } from './sorting.ts';
import { rowWindow, scrollTopFor } from './windowing.ts';
import './watchlist.css';

/** Wide enough for every column side by side; narrower lists take two lines a row. */
const ONE_LINE_WIDTH = 500;
const ONE_LINE_HEIGHT = 32;
const TWO_LINES_HEIGHT = 48;

/** The watched symbols with their live prices. */
export function Watchlist() {
  const words = text().watchlist;
  const symbols = sortedSymbols.value;
  return (
    <Panel
      title={words.title}
      tab="market"
      class="watchlist"
      note={symbols.length > 0 ? words.count(symbols.length) : null}
    >
      <SymbolSearch />
      {symbols.length > 0 ? <WatchlistGrid symbols={symbols} /> : <EmptyWatchlist />}
    </Panel>
  );
}

function EmptyWatchlist() {
  const words = text().watchlist;
  if (engineState.value === 'starting') return <p class="empty">{words.loading}</p>;
  return (
    <p class="empty">
      <strong>{words.empty}</strong>
      <span>{words.emptyHint}</span>
    </p>
  );
}

function WatchlistGrid({ symbols }: { symbols: readonly string[] }) {
  const words = text().watchlist;
  const scroller = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const scrollTop = useSignal(0);
  const size = useSignal({ width: 0, height: 0 });
  /** Where the keyboard is, by name: rows change places under it. */
  const active = useSignal<string | null>(null);
  const takesFocus = useRef(false);

  const isOneLine = size.value.width >= ONE_LINE_WIDTH;
  const rowHeight = isOneLine ? ONE_LINE_HEIGHT : TWO_LINES_HEIGHT;
  const selected = selection.value?.symbol ?? null;
  const activeIndex = Math.max(0, symbols.indexOf(active.value ?? selected ?? ''));
  const shown = rowWindow(symbols.length, rowHeight, scrollTop.value, size.value.height);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      size.value = { width: element.clientWidth, height: element.clientHeight };
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [size]);

  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
  });

  const moveTo = (index: number) => {
    const element = scroller.current;
    if (element) {
      element.scrollTop = scrollTopFor(index, rowHeight, element.scrollTop, size.value.height);
      scrollTop.value = element.scrollTop;
    }
    takesFocus.current = true;
    active.value = symbols[index] ?? null;
  };

  const remove = (symbol: string) => {
    const neighbour = symbols[activeIndex + 1] ?? symbols[activeIndex - 1];
    takesFocus.current = true;
    active.value = neighbour ?? null;
    removeSymbol(symbol);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const symbol = symbols[activeIndex];
    if (symbol === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(size.value.height / rowHeight) - 1);
    const target = moveFor(event.key, activeIndex, symbols.length, page);
    if (target !== null) moveTo(target);
    else if (event.key === 'Enter' || event.key === ' ') open(symbol);
    else if (event.key === 'Delete') remove(symbol);
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    const symbol = symbolAt(event.target);
    if (symbol === undefined) return;
    if (event.target instanceof Element && event.target.closest('.row-remove')) {
      return removeSymbol(symbol);
    }
    active.value = symbol;
    open(symbol);
  };

  const rows = symbols.slice(shown.from, shown.to).map((_, place) => shown.from + place);
  // The row that the keyboard is on stays, even out of view: focus would be lost with it.
  if (activeIndex < shown.from || activeIndex >= shown.to) rows.push(activeIndex);

  return (
    <div
      role="grid"
      class="watchlist-grid"
      data-layout={isOneLine ? 'one-line' : 'two-lines'}
      aria-label={words.title}
      aria-describedby={hintId}
      aria-rowcount={symbols.length + 1}
    >
      <WatchlistHeader />
      <div
        role="rowgroup"
        class="watchlist-rows"
        ref={scroller}
        onScroll={(event) => (scrollTop.value = event.currentTarget.scrollTop)}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => (active.value = symbolAt(event.target) ?? active.value)}
        onClick={onClick}
      >
        {rows.map((index) => {
          const symbol = symbols[index] ?? '';
          return (
            <WatchlistRow
              key={symbol}
              symbol={symbol}
              index={index}
              rowHeight={rowHeight}
              isActive={index === activeIndex}
              isSelected={symbol === selected}
            />
          );
        })}
        <div
          class="watchlist-length"
          role="presentation"
          style={{ height: `${symbols.length * rowHeight}px` }}
        />
      </div>
      <p class="visually-hidden" id={hintId}>
        {words.keys}
      </p>
    </div>
  );
}

/** The symbol of the row that an event came from. */
function symbolAt(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>('[data-symbol]')?.dataset['symbol'];
}

function open(symbol: string): void {
  selectSymbol(symbol);
  activeTab.value = 'chart';
}
