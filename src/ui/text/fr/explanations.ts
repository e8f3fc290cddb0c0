import { ENGLISH_RULE_WORDS } from '../../../domain/rules/rule-words.ts';
import { OUTPUTS } from './outputs.ts';
import { RULE_WORDS } from './rule-words.ts';

/** Entre la note de l’utilisateur, qui reste comme elle est, et l’explication. */
const AFTER_NOTE = ' — ';

const INTERVAL = String.raw`\d+[smhdwM]\b`;
const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;

type Turn = readonly [english: RegExp, french: (...found: readonly string[]) => string];

/** L’explication d’un signal est enregistrée en anglais, faite de ces seules tournures. */
const TURNS: readonly Turn[] = [
  [/; /g, () => ' ; '],
  [/\bnot so: /g, () => 'contraire : '],
  [/\. Then /g, () => '. Puis '],
  [pattern(`threshold ${NUMBER}%`), (number) => `seuil ${comma(number)} %`],
  [pattern(`threshold ${NUMBER}`), (number) => `seuil ${comma(number)}`],
  [
    pattern(`range ${NUMBER} to ${NUMBER}`),
    (low, high) => `plage de ${comma(low)} à ${comma(high)}`,
  ],
  [
    pattern(`${NUMBER} (one|\\d+) candles? ago: (up|down) ${NUMBER}%`),
    (earlier, candles, direction, percent) =>
      `${comma(earlier)} ${ago(candles)} : ${direction === 'up' ? 'hausse' : 'baisse'} de ${comma(percent)} %`,
  ],
  [/\b(one|\d+) candles? ago/g, (candles) => ago(candles)],
  [/\bwithin (one|\d+) candles?/g, (candles) => `en moins de ${counted(candles)}`],
  [pattern(`= ${NUMBER}`), (number) => `= ${comma(number)}`],
  [pattern(`was ${NUMBER}`), (number) => `était ${comma(number)}`],
  [pattern(` (\\w+) on (?=${INTERVAL})`), (line) => ` ${OUTPUTS[line] || line} en `],
  [pattern(` on (?=${INTERVAL})`), () => ' en '],
  [/\(forming\)/g, () => '(en formation)'],
  ...operatorTurns(),
  ...priceTurns(),
  [/\bnot /g, () => 'non '],
  [/ and /g, () => ' et '],
  [/ or /g, () => ' ou '],
  [/, then /g, () => ', puis '],
  [pattern(`(?<= de )${NUMBER}`), (number) => comma(number)],
  [/ de le /g, () => ' du '],
];

/** L’explication d’un signal, avec la note qui la précède. */
export function explanation(english: string): string {
  const start = english.lastIndexOf(AFTER_NOTE);
  const from = start < 0 ? 0 : start + AFTER_NOTE.length;
  const told = TURNS.reduce(
    (text, [turn, french]) =>
      text.replace(turn, (_match: string, ...found: readonly unknown[]) =>
        french(...found.map(String)),
      ),
    english.slice(from),
  );
  return english.slice(0, from) + told;
}

/** Les contraires d’abord : « is not above » avant « is above ». */
function operatorTurns(): readonly Turn[] {
  const english = Object.values(ENGLISH_RULE_WORDS.operators);
  const french = Object.values(RULE_WORDS.operators);
  return [1, 0].flatMap((place) =>
    english.map((words, at): Turn => {
      const said = french[at]?.[place] ?? '';
      return [pattern(`\\b${words[place] ?? ''}\\b`), () => said];
    }),
  );
}

function priceTurns(): readonly Turn[] {
  return Object.entries(RULE_WORDS.prices).map(([english, french]) => [
    pattern(`\\b${english}\\b`),
    () => french,
  ]);
}

function pattern(source: string): RegExp {
  return new RegExp(source, 'g');
}

function ago(candles: string): string {
  return `il y a ${counted(candles)}`;
}

function counted(candles: string): string {
  return candles === 'one' ? 'une bougie' : `${candles} bougies`;
}

function comma(number: string): string {
  return number.replace('.', ',');
}
