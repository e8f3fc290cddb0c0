import type { Texts } from '../text.ts';
import { reason } from './reasons.ts';

export const SUPERVISION: Texts['supervision'] = {
  title: 'Moteur',
  what: {
    'engine-not-loaded': 'Le moteur n’a pas pu être chargé.',
    'engine-failed': 'Le moteur a trouvé un défaut en lui-même.',
    'engine-crashed': 'Le moteur s’est arrêté brutalement.',
    'engine-hung': 'Le moteur ne répondait plus.',
    'engine-unreadable': 'Un message du moteur était illisible.',
    'commands-lost':
      'Trop de choses ont été demandées pendant que le moteur était arrêté : l’une d’elles n’a pas été faite.',
    'connection-lost': 'La connexion a été perdue.',
    'connection-failed': 'La connexion n’a pas pu être ouverte.',
    'request-failed': 'Une requête à la plateforme a échoué.',
    'panel-failed': 'Une partie de la page n’a pas pu être affichée.',
    'page-failed': 'Quelque chose a échoué dans la page.',
  },
  restarting: (what, words) => `${withReason(what, words)} Il redémarre.`,
  restarted: (what, words) =>
    `${withReason(what, words)} Il tourne de nouveau, et rattrape ce qui s’est clôturé entre-temps.`,
  withReason,
  failed: (failures) => `Le moteur a échoué ${failures} fois de suite. Rien n’est surveillé.`,
  retries: 'Tocsin continue d’essayer, au moins une fois par minute.',
  startNow: 'Redémarrer maintenant',
};

function withReason(what: string, words: string): string {
  return words ? `${what} (${reason(words)})` : what;
}
