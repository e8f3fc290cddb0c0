import type { PartTexts } from '../text.ts';
import { OUTAGES } from './labels.ts';
import { plural } from './plural.ts';
import { reason } from './reasons.ts';

type Words = PartTexts['readiness'];

export const RULES_ON: Words['rules'] = {
  on: (rules, symbols) => ({
    found: `${plural(rules, 'règle')} sur ${plural(symbols, 'symbole')}`,
    meaning: 'Elles sont jugées à chaque clôture de bougie, ou comme chaque règle le dit.',
    advice: '',
  }),
  none: {
    found: 'Aucune règle n’est activée',
    meaning: 'Les prix sont surveillés, mais rien ne peut se déclencher.',
    advice: 'Activez-en une, ou ajoutez la vôtre.',
  },
  noSymbols: {
    found: 'Aucun symbole n’est suivi',
    meaning: 'Les règles n’ont rien à juger.',
    advice: 'Ajoutez un symbole à la liste de suivi.',
  },
};

export const CONNECTION: Words['connection'] = {
  engineFailed: (words) => ({
    found: 'Le moteur est en panne',
    meaning: 'Rien n’est surveillé.',
    advice: withReason(words, 'Rechargez la page s’il ne revient pas de lui-même.'),
  }),
  waiting: {
    found: 'Le moteur démarre',
    meaning: 'Rien n’est encore surveillé.',
    advice: '',
  },
  adviceOff: 'Connectez-vous pour commencer à surveiller.',
  adviceError:
    'Tocsin continue d’essayer de lui-même. Les adresses ci-dessous disent ce qui fait obstacle.',
};

export const ENDPOINTS: Words['endpoints'] = {
  all: (count) => `Les ${count} sont accessibles`,
  one: 'Accessible',
  some: (reached, count) => `${reached} sur ${count} accessibles`,
  none: (count) => (count === 1 ? 'Inaccessible' : 'Aucune n’est accessible'),
  untried: 'Pas essayé maintenant',
  meanings: {
    streams:
      'Les prix en direct passent par l’une d’elles ; les autres sont prêtes en cas de panne.',
    rest: 'Le passé de chaque symbole, et ce qu’une interruption a manqué, vient de l’une d’elles.',
  },
  onlyMeanings: {
    streams: 'Les prix en direct viennent de là.',
    rest: 'Le passé de chaque symbole, et ce qu’une interruption a manqué, vient de là.',
  },
  someAdvice: 'Il n’y a rien à faire : Tocsin utilise celles qui marchent.',
  streamAnswer: (ms) => `Ouverte en ${ms} ms`,
  restAnswer: (ms) => `Réponse en ${ms} ms`,
  faults: {
    ...OUTAGES,
    address:
      'Cette adresse n’a donné aucun signe alors que d’autres de la plateforme répondaient : elle est en panne, ou bloquée en chemin.',
    unexpected:
      'Ce qui répond n’est pas la plateforme : peut-être une page de connexion ou un filtre de ce réseau.',
    untried:
      'Pas essayée maintenant, pour garder des essais de connexion à la surveillance elle-même.',
  },
  briefFaults: {
    offline: 'Hors ligne',
    blocked: 'Refusé pour ce pays ou ce réseau',
    'rate-limited': 'Une pause est demandée',
    'exchange-down': 'Hors service ou hors d’atteinte',
    'sockets-blocked': 'Les flux ne passent pas',
    address: 'Aucun signe de cette seule adresse',
    unexpected: 'Ce n’est pas la plateforme',
    untried: 'Pas essayée',
  },
  advice: {
    offline: 'Connectez cet appareil à internet, puis vérifiez de nouveau.',
    blocked:
      'Utilisez un réseau d’où la plateforme est accessible, ou choisissez une autre plateforme dans les réglages.',
    'rate-limited':
      'Fermez les autres programmes qui interrogent la plateforme depuis cette adresse, et vérifiez de nouveau dans quelques minutes.',
    'exchange-down':
      'Attendez : Tocsin continue d’essayer. Si d’autres appareils atteignent la plateforme, cherchez ici un pare-feu, un VPN ou un bloqueur de contenu ; un refus pour un pays peut aussi ressembler à cela.',
    'sockets-blocked':
      'Laissez passer les WebSockets sécurisés par le proxy, le pare-feu, le VPN ou l’antivirus, ou utilisez un autre réseau.',
    address:
      'Cherchez un pare-feu, un VPN ou un bloqueur de contenu qui arrête ces adresses ou leurs ports.',
    unexpected:
      'Identifiez-vous sur le réseau s’il le demande ; vérifiez l’adresse si vous l’avez saisie vous-même.',
    untried: 'Vérifiez de nouveau dans cinq minutes.',
  },
  seen: (brief, detail) => (detail === '' ? brief : `${brief} : ${reason(detail)}`),
};

export const CLOCK: Words['clock'] = {
  ahead: (skew, error) => `${skew} ms d’avance sur la plateforme, à ${error} ms près`,
  behind: (skew, error) => `${skew} ms de retard sur la plateforme, à ${error} ms près`,
  meaning:
    'Les règles suivent l’horloge de la plateforme ; les heures et les durées que vous voyez suivent celle de cet appareil.',
  meaningOff:
    'Les règles suivent l’horloge de la plateforme et sont justes ; les heures et les durées que vous voyez sont fausses d’autant.',
  advice: 'Laissez cet appareil régler lui-même sa date et son heure, puis vérifiez de nouveau.',
  unknown: {
    found: 'Inconnue',
    meaning: 'Aucune adresse de la plateforme n’a donné son heure.',
    advice: '',
  },
};

/** Le conseil, après ce que l’on sait de la raison. */
export function withReason(words: string, advice: string): string {
  if (words === '') return advice;
  return `Raison : ${reason(words).replace(/\.$/, '')}. ${advice}`;
}
