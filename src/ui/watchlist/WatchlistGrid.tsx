import { useEffect, useId, useRef } from 'preact/hooks';
import { ErrorBoundary } from '../shell/ErrorBoundary.tsx';
import { Lazy } from '../shell/Lazy.tsx';
import { selection } from '../state/selection.ts';
import { text } from '../text/text.ts';
import { GridRows } from './GridRows.tsx';
import { WatchlistHeader } from './WatchlistHeader.tsx';
import { announcement, openChart, toggleWatched } from './actions.ts';
import { columnStyle } from './column-style.ts';
import { handleKey } from './handle-key.ts';
import { holdOrder } from './live-order.ts';
import { isMeasured } from './row-metrics.ts';
import { closest, groupAt, pointAnchor, symbolAt } from './row-targets.ts';
import { items } from './rows.ts';
import { useSeenRows } from './seen-rows.ts';
import { useActiveRow } from './use-active-row.ts';
import { useRowDrag } from './use-row-drag.ts';
import { useRowMenu } from './use-row-menu.ts';
import { useRowWindow } from './use-row-window.ts';
import { toggleGroup } from './view-settings.ts';

const loadRowMenu = async () => (await import('./RowMenu.tsx')).RowMenu;

/** The rows. Only those in view exist, and the one that the keyboard is on. */
export function WatchlistGrid() {
  const words = text().watchlist;
  const hintId = useId();
  const view = useRowWindow();
  const all = items.value;
  const selected = selection.value?.symbol ?? null;
  const active = useActiveRow(all, selected, view);
  const menu = useRowMenu();
  const dropLine = useRef<HTMLDivElement>(null);
  const drag = useRowDrag(view, dropLine);
  useSeenRows(view);
  useEffect(() => () => holdOrder('pointer', false), []);

  const { scroller, onScroll } = view;
  const layout = view.layout.value;
  const { hidden, isOneLine } = layout;
  const size = view.size.value;
  const existing = view.existing.value;

  const openAt = (symbol: string, at: { readonly clientX: number; readonly clientY: number }) => {
    active.set(symbol);
    menu.open({ symbol, anchor: pointAnchor(at), opener: null });
  };
  const closeMenu = (isByKey: boolean) => {
    menu.close();
    if (isByKey) active.focus();
  };
  const onContextMenu = (event: MouseEvent) => {
    const symbol = symbolAt(event.target);
    if (symbol === undefined) return;
    event.preventDefault();
    if (!drag.isPending()) openAt(symbol, event);
  };
  const onClick = ({ target }: MouseEvent) => {
    if (drag.isJustOver()) return;
    const group = groupAt(target);
    if (group !== undefined) return toggleGroup(group);
    const symbol = symbolAt(target);
    if (symbol === undefined) return;
    active.set(symbol);
    const opener = closest(target, '.row-more');
    if (opener && menu.opened.peek()?.opener === opener) menu.close();
    else if (opener) menu.open({ symbol, anchor: opener.getBoundingClientRect(), opener });
    else if (closest(target, '.row-star')) toggleWatched(symbol);
    else openChart(symbol);
  };

  return (
    <>
      <div
        role="grid"
        class="watchlist-grid"
        data-layout={isOneLine ? 'one-line' : 'two-lines'}
        aria-label={words.title}
        aria-describedby={hintId}
        aria-rowcount={all.length + 1}
        style={columnStyle(layout, size)}
      >
        <WatchlistHeader hidden={hidden} />
        <div
          role="rowgroup"
          class="watchlist-rows"
          ref={scroller}
          onScroll={onScroll}
          onKeyDown={(event) =>
            handleKey(event, {
              items: all,
              activeIndex: active.index,
              page: existing.to - existing.from,
              moveTo: active.moveTo,
            })
          }
          onFocusIn={active.onFocusIn}
          onFocusOut={active.onFocusOut}
          onPointerEnter={({ pointerType }) => holdOrder('pointer', pointerType === 'mouse')}
          onPointerLeave={() => holdOrder('pointer', false)}
          onPointerDown={(event) => drag.press(event, openAt)}
          onContextMenu={onContextMenu}
          onClick={onClick}
        >
          {/* Drawn once, with the columns and the heights that they will have. */}
          {isMeasured(size) ? (
            <GridRows
              items={all}
              offsets={view.offsets.value}
              existing={existing}
              hidden={hidden}
              activeIndex={active.index}
              selected={selected}
            />
          ) : null}
          <div
            class="watchlist-length"
            role="presentation"
            style={{ height: `${view.offsets.value.at(-1) ?? 0}px` }}
          />
          <div class="drop-line" role="presentation" ref={dropLine} hidden />
        </div>
      </div>
      {menu.opened.value ? (
        <ErrorBoundary title={words.menu.open(menu.opened.value.symbol)}>
          <Lazy load={loadRowMenu} props={{ ...menu.opened.value, onClose: closeMenu }} />
        </ErrorBoundary>
      ) : null}
      <p class="visually-hidden" id={hintId}>
        {words.keys}
      </p>
      <p class="visually-hidden" aria-live="polite">
        {announcement}
      </p>
    </>
  );
}
