import { inFrench } from './phrases.ts';
import type { Phrase } from './phrases.ts';

/** Pourquoi quelque chose a échoué, tel que le moteur le dit ; ce que dit la plateforme suit, cité. */
const REASONS: readonly Phrase[] = [
  // Ce qu’il advient d’une requête.
  [/^no answer within (\S+) s$/, 'pas de réponse en $1 s'],
  [
    /^no answer at all: no network, or the address is blocked on the way$/,
    'aucune réponse : pas de réseau, ou l’adresse est bloquée en chemin',
  ],
  [/^no answer at all$/, 'aucune réponse'],
  [
    /^the exchange asks to wait until (.+ UTC): too many requests$/,
    'la plateforme demande d’attendre jusqu’au $1 : trop de requêtes',
  ],
  [
    /^the exchange has banned this IP address until (.+ UTC)$/,
    'la plateforme a banni cette adresse IP jusqu’au $1',
  ],
  [
    /^the exchange does not serve this location \(status (\S+)\)$/,
    'la plateforme ne dessert pas ce lieu (statut $1)',
  ],
  [
    /^the exchange has trouble of its own \(status (\S+)\)$/,
    'la plateforme a elle-même un problème (statut $1)',
  ],
  [/^the exchange refused: status (\S+)$/, 'la plateforme a refusé : statut $1'],
  [/^the exchange refused$/, 'la plateforme a refusé'],
  [/^the answer cannot be used$/, 'la réponse est inutilisable'],
  [
    /^the answer is longer than (\S+) characters and was not read$/,
    'la réponse dépasse $1 caractères et n’a pas été lue',
  ],
  [/^cancelled$/, 'annulée'],

  // Pourquoi une connexion s’est fermée.
  [/^the exchange closed the connection$/, 'la plateforme a fermé la connexion'],
  [/^the exchange is going away$/, 'la plateforme se retire'],
  [/^the connection was lost without a word$/, 'la connexion a été perdue sans explication'],
  [
    /^the exchange refused what was sent \(too many messages, perhaps\)$/,
    'la plateforme a refusé ce qui lui était envoyé (trop de messages, peut-être)',
  ],
  [/^a message was too long$/, 'un message était trop long'],
  [/^the exchange had an internal error$/, 'la plateforme a eu une erreur interne'],
  [/^the exchange is restarting$/, 'la plateforme redémarre'],
  [/^the exchange is overloaded$/, 'la plateforme est surchargée'],
  [/^the connection was closed with code (\d+)$/, 'la connexion a été fermée avec le code $1'],
  [
    /^the connection was refused, close code (\d+)$/,
    'la connexion a été refusée, code de fermeture $1',
  ],
  [
    /^the connection was refused: (.*), close code (\d+)$/,
    'la connexion a été refusée : $1, code de fermeture $2',
  ],
  [/^the connection was refused$/, 'la connexion a été refusée'],
  [/^this device went offline$/, 'cet appareil a perdu le réseau'],
  [
    /^the exchange did not answer the connection request in time$/,
    'la plateforme n’a pas répondu à temps à la demande de connexion',
  ],
  [
    /^nothing was received for the heartbeat interval$/,
    'rien n’a été reçu pendant l’intervalle de surveillance',
  ],
  [/^this computer or tab was asleep$/, 'cet ordinateur ou cet onglet dormait'],
  [/^replaced by a new connection$/, 'remplacée par une nouvelle connexion'],
  [
    /^not tried: few connection attempts are allowed in five minutes, and the watch may need the rest$/,
    'pas essayée : peu d’essais de connexion sont permis en cinq minutes, et la surveillance peut avoir besoin des autres',
  ],

  // Ce qui manque à ce navigateur, ou qu’il refuse.
  [
    /^the disk, or the part of it that this site may use, is full$/,
    'le disque, ou la part dont ce site dispose, est plein',
  ],
  [
    /^a newer version of Tocsin has written the database: reload this page$/,
    'une version plus récente de Tocsin a écrit la base de données : rechargez cette page',
  ],
  [
    /^a newer version of Tocsin in another tab needs the database$/,
    'une version plus récente de Tocsin, dans un autre onglet, a besoin de la base de données',
  ],
  [
    /^the browser did not open the database in time; another tab may be holding it$/,
    'le navigateur n’a pas ouvert la base de données à temps ; un autre onglet la retient peut-être',
  ],
  [/^the database does not answer$/, 'la base de données ne répond pas'],
  [/^there is no database$/, 'il n’y a pas de base de données'],
  [/^the database is being deleted$/, 'la base de données est en cours de suppression'],
  [/^the browser closed the database$/, 'le navigateur a fermé la base de données'],
  [
    /^the browser did not give the coverage log in time$/,
    'le navigateur n’a pas rendu à temps le journal de surveillance',
  ],
  [
    /^the attempt ledger took too long to load$/,
    'le navigateur n’a pas rendu à temps le registre des essais de connexion',
  ],
  [/^this browser has no BroadcastChannel$/, 'ce navigateur n’a pas de BroadcastChannel'],
  [/^this browser has no Web Locks$/, 'ce navigateur n’a pas de Web Locks'],
  [
    /^close or reload the other tabs of Tocsin$/,
    'fermez ou rechargez les autres onglets de Tocsin',
  ],
];

/**
 * Sans point final. Ce que la plateforme ajoute, après deux points, et ce que le navigateur dit
 * lui-même restent tels quels.
 */
export function reason(english: string): string {
  const whole = inFrench(REASONS, english);
  const colon = english.indexOf(': ');
  if (whole !== english || colon < 0) return whole;
  const head = english.slice(0, colon);
  const french = inFrench(REASONS, head);
  return french === head ? english : `${french} : ${english.slice(colon + 2)}`;
}
