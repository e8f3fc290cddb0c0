import { FIRST_RUN_HEAD } from './heads.ts';
import { plural } from './plural.ts';

/** English: the first steps of somebody who is new here. */
export const FIRST_RUN = {
  ...FIRST_RUN_HEAD,
  progress: (done: number, all: number) => `${done} of ${all} done`,
  close: 'Do not show this again',
  closeShort: 'Close for good',
  /** In the settings. */
  again: 'Show the first steps',
  againHint: 'Symbols, rules and notifications, in three small steps.',
  done: 'done',
  todo: 'still to do',
  step: (number: number, name: string) => `Step ${number}: ${name}`,
  symbols: {
    name: 'Symbols',
    title: 'What to watch',
    others: (count: number) => `and ${plural(count, 'other')}`,
    search: 'Others…',
    searchHint: 'Search every symbol of the exchange',
  },
  rules: {
    name: 'Rules',
    title: 'What to be told of',
    choices: {
      reversal: 'A turn after a steep fall or rise',
      trend: 'The trend turns',
      momentum: 'Momentum turns',
      volume: 'A burst of trading',
    },
    all: 'All rules…',
    allHint: 'Show every rule, and make your own',
  },
  telling: {
    name: 'Telling',
    title: 'How to be told',
    turnOn: 'Turn notifications on',
    isOn: 'Notifications are on',
    hear: 'Hear the bell',
    heard: 'That was the bell.',
    notHeard: 'The bell could not be rung.',
    noSound: 'This browser has no sound here.',
    keepOpen: 'Tocsin watches as long as it is open, also behind other windows.',
  },
  finished: (symbols: number, rules: number) =>
    `All set: ${plural(symbols, 'symbol')} watched by ${plural(rules, 'rule')}. What they find is told at once.`,
  check: 'Check everything',
  leave: 'Done',
};
