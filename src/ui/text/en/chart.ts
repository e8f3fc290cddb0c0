import { CHART_HEAD } from './heads.ts';
import { plural } from './plural.ts';

/** English: the chart. */
export const CHART = {
  ...CHART_HEAD,
  failed: 'The chart could not be loaded.',
  moreIntervals: 'More intervals',
  open: 'O',
  high: 'H',
  low: 'L',
  close: 'C',
  volume: 'Vol',
  watch: (symbol: string) => `Add ${symbol} to the watchlist`,
  unwatch: (symbol: string) => `Remove ${symbol} from the watchlist`,
  fit: 'Back to now',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  summary: (series: string, count: number, last: string, range: string) =>
    `${series}: ${plural(count, 'candle')}. Last close ${last}; ${range}.`,
  range: (low: string, high: string) => `lowest ${low}, highest ${high}`,
  plotOf: (series: string) => `Candles of ${series}`,
  keys:
    'Left and right arrow move in time, with Shift they move the crosshair from candle to candle; ' +
    'plus and minus zoom, Home and End go to the oldest and the newest candle, ' +
    'A sets an alert at the price of the crosshair.',
  /** What a screen reader says of the candle under the crosshair. */
  spokenCandle: (time: string, open: string, high: string, low: string, close: string) =>
    `${time}: open ${open}, high ${high}, low ${low}, close ${close}`,
  loadingOlder: 'Loading older candles…',
  noOlder: 'No older candles',
  olderFailed: 'Older candles have not come.',
  logarithmic: 'Logarithmic scale',
  logShort: 'Log',
  more: 'More about the chart',
  picture: 'Save a picture of the chart',
  pictureFailed: 'The picture could not be made.',
  alertAt: (price: string) => `Alert at ${price}`,
  marks: 'Signals on the chart',
  /** One mark of the chart; `more`: others that stand at the same place. */
  mark: (side: string, rule: string, time: string) => `${side}: ${rule}, ${time}`,
  markMore: (newest: string, more: number) => `${newest} (and ${plural(more, 'older signal')})`,
  indicators: 'Indicators',
  indicator: {
    title: 'Indicators',
    search: 'Search indicators',
    placeholder: 'Search, such as RSI or bands',
    onChart: 'On the chart',
    all: 'All indicators',
    found: (count: number) => plural(count, 'indicator'),
    none: 'No indicator matches.',
    overlay: 'Overlay',
    pane: 'Pane',
    back: 'Back to the list',
    add: 'Add to chart',
    save: 'Change',
    shown: 'This indicator is on the chart already, with the same parameters.',
    full: (most: number) => `No more than ${most} indicators fit on one chart.`,
    bounds: (min: string, max: string) => `${min} to ${max}`,
    wholeBounds: (min: string, max: string) => `whole number, ${min} to ${max}`,
    invalid: (allowed: string) => `Not allowed. Allowed: ${allowed}`,
    noParameters: 'It has nothing to set.',
    edit: (name: string) => `Edit ${name}`,
    remove: (name: string) => `Remove ${name}`,
  },
};
