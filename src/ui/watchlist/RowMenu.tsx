import { Icon } from '../shell/Icon.tsx';
import type { IconName } from '../shell/Icon.tsx';
import { watchedSymbols } from '../state/watchlist.ts';
import { text } from '../text/text.ts';
import { Popup } from './Popup.tsx';
import type { Anchor } from './Popup.tsx';
import { alertAtPrice, canArrange, move, openChart, toggleWatched } from './actions.ts';
import { placeFor } from './arranging.ts';
import type { Move } from './arranging.ts';
import { shownWith } from './rows.ts';

interface Props {
  readonly symbol: string;
  readonly anchor: Anchor;
  readonly opener: Element | null;
  readonly onClose: (isByKey: boolean) => void;
}

const MOVES: readonly (readonly [Move, IconName])[] = [
  ['up', 'arrowUp'],
  ['down', 'arrowDown'],
  ['top', 'toTop'],
  ['bottom', 'toBottom'],
];

/** What can be done with one symbol. */
export function RowMenu({ symbol, anchor, opener, onClose }: Props) {
  const words = text().watchlist.menu;
  const isWatched = watchedSymbols.value.has(symbol);
  const shown = shownWith(symbol);
  const entry = (icon: IconName, label: string, run: () => void, key?: string, isOff = false) => (
    <button
      key={label}
      type="button"
      role="menuitem"
      class="popup-item"
      tabIndex={-1}
      aria-disabled={isOff}
      onClick={() => {
        if (isOff) return;
        onClose(true);
        run();
      }}
    >
      <Icon name={icon} size={14} />
      {label}
      {key === undefined ? null : <kbd aria-hidden="true">{key}</kbd>}
    </button>
  );
  return (
    <Popup role="menu" label={words.open(symbol)} anchor={anchor} opener={opener} onClose={onClose}>
      {entry('chart', words.chart, () => openChart(symbol), words.keys.chart)}
      {entry('alerts', words.alert, () => alertAtPrice(symbol))}
      {isWatched
        ? entry('trash', words.unwatch, () => toggleWatched(symbol), words.keys.unwatch)
        : entry('star', words.watch, () => toggleWatched(symbol), words.keys.watch)}
      {canArrange()
        ? MOVES.map(([name, icon]) =>
            entry(
              icon,
              words[name],
              () => move(name, symbol),
              name === 'up' || name === 'down' ? words.keys[name] : undefined,
              placeFor(name, symbol, shown) === null,
            ),
          )
        : null}
    </Popup>
  );
}
