import { SHORTCUTS_HEAD } from './heads.ts';

/** What keys do, as the list of shortcuts says it. */
export const SHORTCUTS = {
  ...SHORTCUTS_HEAD,
  groups: { page: 'On this page', chart: 'On the chart', lists: 'In lists' },
  actions: {
    search: 'Search for a symbol',
    help: 'Show this list',
    settings: 'Open the settings',
    watchlist: 'Go to the watchlist',
    chart: 'Go to the chart',
    history: 'Go to the alert history',
    rules: 'Go to the rules',
    health: 'Go to health',
    previousSymbol: 'Previous symbol of the watchlist',
    nextSymbol: 'Next symbol of the watchlist',
    dismissAll: 'Dismiss all alerts',
    newRule: 'Write a rule',
    sound: 'Sound on or off',
  },
  keys: {
    arrows: '← →',
    pan: 'Move in time',
    zoomKeys: '+ −',
    zoom: 'Zoom',
    ends: 'Home End',
    jump: 'Oldest and newest candle',
    rows: '↑ ↓',
    move: 'Previous and next row',
    enter: 'Enter',
    choose: 'Show on the chart, or open',
    altArrows: 'Alt ↑ ↓',
    reorder: 'Move a symbol in the watchlist',
    escape: 'Esc',
    close: 'Close what is open',
  },
};
