import type { RuleWords } from '../../../domain/rules/rule-words.ts';
import { listed } from '../../../domain/rules/rule-words.ts';
import { SIDES } from './labels.ts';
import { OUTPUTS } from './outputs.ts';
import { plural } from './plural.ts';

const CHANNELS = { toast: 'alerte sur la page', sound: 'son', notification: 'notification' };
const UNITS = { day: 'jour', hour: 'heure', minute: 'minute', second: 'seconde' };

/** Les mots dont sont faites les phrases sur les règles. */
export const RULE_WORDS: RuleWords = {
  sides: SIDES,
  operators: {
    above: ['est au-dessus de', 'n’est pas au-dessus de'],
    below: ['est au-dessous de', 'n’est pas au-dessous de'],
    crossesAbove: ['passe au-dessus de', 'ne passe pas au-dessus de'],
    crossesBelow: ['passe au-dessous de', 'ne passe pas au-dessous de'],
    enters: ['entre dans', 'n’entre pas dans'],
    leaves: ['quitte', 'ne quitte pas'],
    risesBy: ['monte de', 'ne monte pas de'],
    fallsBy: ['baisse de', 'ne baisse pas de'],
  },
  joints: { all: ' et ', any: ' ou ', sequence: ', puis ' },
  prices: {
    open: 'l’ouverture',
    high: 'le plus haut',
    low: 'le plus bas',
    close: 'la clôture',
    volume: 'le volume',
  },
  everySymbol: 'chaque symbole suivi',
  everyInterval: 'chaque intervalle suivi',
  number: (plain) => plain.replace('.', ','),
  output: (name) => OUTPUTS[name] || name,
  on: (what, interval, isForming) => `${what} en ${interval}${isForming ? ' (en formation)' : ''}`,
  says: (left, operator, rest) => `${left} ${operator} ${rest}`.replace(' de le ', ' du '),
  not: (condition) => `non (${condition})`,
  within: (conditions, candles) => `${conditions} en moins de ${plural(candles, 'bougie')}`,
  range: (low, high) => `la plage de ${low} à ${high}`,
  move: (percent, candles) =>
    `${percent} % ${candles === 1 ? 'en une bougie' : `en ${plural(candles, 'bougie')}`}`,
  list: (items) => listed(items, 'et'),
  rule: (side, conditions, symbols, intervals) =>
    `${side} quand ${conditions}, pour ${symbols}, sur ${intervals}`,
  intrabar: 'dès que c’est le cas, pendant qu’une bougie se forme',
  atMostOnce: (duration) => `au plus une fois en ${duration}`,
  until: (time) => `jusqu’au ${time}`,
  quietly: (from, to, timeZone) => `en silence de ${from} à ${to} (${timeZone})`,
  withChannels: (channels) => `avec ${channels.map((one) => CHANNELS[one]).join(' et ')}`,
  withoutChannels: (channels) => `sans ${channels.map((one) => CHANNELS[one]).join(' ni ')}`,
  duration: (count, unit) =>
    plural(Number(count.replace(',', '.')), UNITS[unit]).replace(/^\S+/, count),
};
