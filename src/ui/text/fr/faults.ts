import type { Fault } from '../../../domain/result.ts';
import { inFrench } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { unit } from './units.ts';

const ALLOWED: readonly Phrase[] = [
  [/^at most (\S+) characters; share it as a file$/, 'au plus $1 caractères ; partagez un fichier'],
  [/^at most (\S+) characters$/, 'au plus $1 caractères'],
  [/^at most (\S+) conditions$/, 'au plus $1 conditions'],
  [/^at most (\S+) levels$/, 'au plus $1 niveaux'],
  [/^at most (\S+) symbols$/, 'au plus $1 symboles'],
  [/^at most (\S+) MB$/, 'au plus $1 Mo'],
  [/^at most (\S+)$/, 'au plus $1'],
  [/^at most (settings\.\w+) (\(\S+\))$/, 'au plus $1 $2'],
  [/^less than high, which is (\S+)$/, 'moins que high, qui est $1'],
  [/^whole numbers from (\S+) to (\S+)$/, 'nombres entiers de $1 à $2'],
  [/^(\S+) to (\S+) (\S+), whole$/, 'nombre entier de $1 à $2 $3'],
  [/^(\S+) to (\S+) visible characters$/, 'de $1 à $2 caractères visibles'],
  [/^(\S+) to (\S+)$/, 'de $1 à $2'],
  [/^a list of 1 to (\S+) conditions$/, 'une liste de 1 à $1 conditions'],
  [/^"watchlist", or a list of 1 to (\S+)$/, '« watchlist », ou une liste de 1 à $1'],
  [/^an object with indicator, price or constant$/, 'un objet avec indicator, price ou constant'],
  [/^an object of parameters$/, 'un objet de paramètres'],
  [/^an object with (.+)$/, 'un objet avec $1'],
  [/^an object$/, 'un objet'],
  [/^no parameters$/, 'aucun paramètre'],
  [/^only beside an interval$/, 'seulement à côté d’un intervalle'],
  [/^only (.+)$/, 'seulement $1'],
  [/^one of (.+)$/, 'l’un de $1'],
  [/^one or more of (.+)$/, 'un ou plusieurs de $1'],
  [/^true(?: or|,) false$/, 'true, false'],
  [/^each only once$/, 'chacun une seule fois'],
  [/^another time than from$/, 'une autre heure que le début'],
  [/^an IANA name such as (\S+)$/, 'un nom de l’IANA tel que $1'],
  [/^a symbol such as BTCUSDT$/, 'un symbole tel que BTCUSDT'],
  [/^a symbol that the exchange lists$/, 'un symbole que la plateforme connaît'],
  [
    /^a symbol that trades; the exchange says (\S+)$/,
    'un symbole qui se négocie ; la plateforme dit $1',
  ],
  [/^a rule of your own; switch this one off$/, 'une règle à vous ; celle-ci peut être désactivée'],
  [/^a rule as JSON$/, 'une règle en JSON'],
  [/^(\S+) and a rule in base64url$/, '$1 suivi d’une règle en base64url'],
  [/^an export of Tocsin$/, 'un export de Tocsin'],
  [
    /^(\S+); a newer version of Tocsin reads newer files$/,
    '$1 ; une version plus récente de Tocsin lit les fichiers plus récents',
  ],
  [/^an alert$/, 'une alerte'],
  [/^a text$/, 'un texte'],
  [/^a number$/, 'un nombre'],
  [/^a list$/, 'une liste'],
  [/^a time in epoch milliseconds$/, 'une date en millisecondes depuis 1970'],
  [/^a time$/, 'une date'],
  [/^rows with a time of creation$/, 'des lignes avec une date de création'],
  [/^symbols and their spans$/, 'des symboles et leurs périodes'],
  [/^symbols and intervals, or null$/, 'des symboles et des intervalles, ou null'],
  [/^symbols and intervals$/, 'des symboles et des intervalles'],
  [/^both stream and rest, or neither$/, 'stream et rest ensemble, ou aucun des deux'],
  [/^empty, or (.+) and a host name$/, 'vide, ou $1 et un nom d’hôte'],
  [
    /^(.+) and host, with a port or without, and no path$/,
    '$1 et un hôte, avec ou sans port, et sans chemin',
  ],
  [
    /^(.+) and (.+), with a port or without, and no path$/,
    '$1 et $2, avec ou sans port, et sans chemin',
  ],
  [/^(\S+) or localhost with a port$/, '$1 ou localhost avec un port'],
  [/^(\S+), as long as candles\.openTime$/, '$1, comme candles.openTime'],
  [
    /^binance or binance-us until both custom addresses are given$/,
    'binance ou binance-us tant que les deux adresses personnalisées ne sont pas données',
  ],
  [
    /^Binance, Binance\.US, a local exchange in the address of the page, or the custom exchange in the settings$/,
    'Binance, Binance.US, une plateforme locale dans l’adresse de la page, ou celle des réglages',
  ],
  [/^none$/, 'aucun'],
];

/** Ce qui a été donné, où c’est compté plutôt que cité. */
const GIVEN: readonly Phrase[] = [
  [/^"(\S+) characters"$/, '$1 caractères'],
  [/^"(\S+) symbols"$/, '$1 symboles'],
  [/^"(\S+) spans"$/, '$1 périodes'],
  [/^"(\S+) more faults"$/, '$1 défauts de plus'],
  [/^"level (\S+)"$/, 'le niveau $1'],
  [/^"condition (\S+)"$/, 'la condition $1'],
];

export function allowedInFrench(allowed: string): string {
  const french = inFrench(ALLOWED, allowed);
  return french === allowed ? allowed : french.replaceAll(' or ', ' ou ').replace(/\w+$/, unit);
}

export function faultValue({ value, allowed }: Fault): string {
  const given = inFrench(GIVEN, value);
  return `${given} n’est pas accepté ; attendu : ${allowedInFrench(allowed)}`;
}

export function fault(found: Fault): string {
  return `${found.field} : ${faultValue(found)}`;
}
