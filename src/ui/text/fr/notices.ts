import type { Texts } from '../text.ts';
import { LIMITATIONS } from './labels.ts';
import { plural } from './plural.ts';
import { reason } from './reasons.ts';

export const NOTICES: Texts['notices'] = {
  label: 'Messages',
  close: 'Fermer le message',
  repeated: (count) => `${count} fois`,
  more: (count) => plural(count, 'autre message', 'autres messages'),
  undo: 'Annuler',
  languageFailed: (reason) => `La langue n’a pas pu être chargée : ${reason}`,
  limitation: (part, words) => `${LIMITATIONS[part]} : ${reason(words)}`,
  saveCopy: 'Enregistrer une copie…',
  reload: 'Recharger cette page',
  starting: 'Démarrage…',
  engineDown: 'Le moteur est arrêté.',
  outageMeanings: {
    offline:
      'Rien n’est surveillé : vous voyez le dernier état connu. La surveillance reprendra d’elle-même au retour du réseau.',
    blocked: 'Rien n’est surveillé. Tout peut être essayé sur un marché simulé.',
    'rate-limited': 'Rien n’est surveillé d’ici là. La surveillance reprendra d’elle-même.',
    'exchange-down': 'Rien n’est surveillé. Tocsin continue d’essayer.',
    'sockets-blocked': 'Rien n’est surveillé. Un autre réseau les laissera peut-être passer.',
  },
  switchedOff: 'Connexion coupée : rien n’est surveillé.',
  late: (total, from, to, buy, sell, symbols) => {
    const when = from === to ? from : `de ${from} à ${to}`;
    return `En votre absence (${when}) : ${plural(total, 'signal', 'signaux')} (${plural(buy, 'achat')}, ${plural(sell, 'vente')}) sur ${symbols}.`;
  },
  andOthers: (symbols, others) => `${symbols} et ${plural(others, 'autre')}`,
  showHistory: 'Voir l’historique',
  start: (fault) => `Dans l’adresse de cette page, ${fault}`,
};
