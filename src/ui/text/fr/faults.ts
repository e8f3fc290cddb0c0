import type { Fault } from '../../../domain/result.ts';
import { unit } from './units.ts';

/** Ce qui aurait été juste est dit par le domaine, en anglais, en quelques tournures fixes. */
const PHRASES: readonly (readonly [english: RegExp, french: string])[] = [
  [/^at most (\S+) characters$/, 'au plus $1 caractères'],
  [/^at most (\S+) conditions$/, 'au plus $1 conditions'],
  [/^at most (\S+) levels$/, 'au plus $1 niveaux'],
  [/^at most (\S+)$/, 'au plus $1'],
  [/^whole numbers from (\S+) to (\S+)$/, 'nombres entiers de $1 à $2'],
  [/^whole number, (\S+) to (\S+)$/, 'nombre entier, de $1 à $2'],
  [/^(\S+) to (\S+) (\S+), whole$/, 'nombre entier de $1 à $2 $3'],
  [/^(\S+) to (\S+)$/, 'de $1 à $2'],
  [/^a list of 1 to (\S+) conditions$/, 'une liste de 1 à $1 conditions'],
  [/^"watchlist", or a list of 1 to (\S+)$/, '« watchlist », ou une liste de 1 à $1'],
  [/^an object with indicator, price or constant$/, 'un objet avec indicator, price ou constant'],
  [/^an object with (.+)$/, 'un objet avec $1'],
  [/^an object$/, 'un objet'],
  [/^only beside an interval$/, 'seulement à côté d’un intervalle'],
  [/^only (.+)$/, 'seulement $1'],
  [/^one of (.+)$/, 'l’un de $1'],
  [/^one or more of (.+)$/, 'un ou plusieurs de $1'],
  [/^true(?: or|,) false$/, 'true, false'],
  [/^each only once$/, 'chacun une seule fois'],
  [/^another time than from$/, 'une autre heure que le début'],
  [/^a symbol such as BTCUSDT$/, 'un symbole tel que BTCUSDT'],
  [/^a symbol that the exchange lists$/, 'un symbole que la plateforme connaît'],
  [/^a rule as JSON$/, 'une règle en JSON'],
  [/^an export of Tocsin$/, 'un export de Tocsin'],
  [/^an alert$/, 'une alerte'],
  [/^a text$/, 'un texte'],
  [/^a number$/, 'un nombre'],
  [/^a list$/, 'une liste'],
  [/^a time in epoch milliseconds$/, 'une date en millisecondes depuis 1970'],
  [/^symbols and intervals, or null$/, 'des symboles et des intervalles, ou null'],
  [/^symbols and intervals$/, 'des symboles et des intervalles'],
  [/^both stream and rest, or neither$/, 'stream et rest ensemble, ou aucun des deux'],
];

export function allowedInFrench(allowed: string): string {
  const phrase = PHRASES.find(([english]) => english.test(allowed));
  return phrase ? allowed.replace(phrase[0], phrase[1]).replace(/\w+$/, unit) : allowed;
}

export function faultValue({ value, allowed }: Fault): string {
  return `${value} n’est pas accepté ; attendu : ${allowedInFrench(allowed)}`;
}

export function fault(found: Fault): string {
  return `${found.field} : ${faultValue(found)}`;
}
