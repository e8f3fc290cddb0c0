import type { Texts } from '../text.ts';
import { SIDES } from './labels.ts';
import { plural } from './plural.ts';
import { ruleName } from './rule-names.ts';

const LONGEST_SYMBOL_LIST = 4;

export const SHELL: Texts['shell'] = {
  product: 'Tocsin',

  notifications: {
    enable: 'Activer les notifications',
    on: 'Notifications activées',
    asking: 'En attente de votre réponse…',
    closed: 'La question a été fermée sans réponse. Cliquez de nouveau pour qu’elle soit reposée.',
    denied:
      'Ce navigateur bloque les notifications de ce site. Ouvrez les paramètres du site ' +
      '(l’icône à gauche de l’adresse), réglez Notifications sur « Autoriser », puis revenez ici.',
    needsInstall:
      'iPhone et iPad n’autorisent les notifications que depuis l’écran d’accueil. Touchez ' +
      'Partager, puis « Sur l’écran d’accueil », et ouvrez Tocsin de là.',
    unsupported:
      'Ce navigateur ne peut pas afficher de notifications ici. Alertes sur la page, son et historique continuent.',
    revoked:
      'Le navigateur n’autorise plus les notifications de ce site. Cliquez sur « Activer les notifications ».',
    askFailed: (reason) => `Le navigateur n’a pas pu demander l’autorisation : ${reason}`,
    showFailed: (reason) => `Une notification n’a pas pu être affichée : ${reason}`,
    noWorker: 'le service worker ne tourne pas',
    dismiss: 'Classer',
    open: 'Ouvrir',
  },

  alert: {
    title: ({ signalType, symbol }, price) => `${SIDES[signalType]} ${symbol} ${price}`,
    body: ({ indicator, interval, strength }) =>
      `${ruleName(indicator)} · ${interval} · force ${Math.round(strength * 100)} %`,
  },

  summary: {
    title: ({ count, late }) =>
      `${plural(count, 'signal', 'signaux')}${late ? ' en votre absence' : ''}`,
    body: ({ buy, sell, symbols }) =>
      `${buy} ${SIDES.BUY}, ${sell} ${SIDES.SELL} · ${listed(symbols)}`,
  },

  sound: {
    on: 'Son activé',
    off: 'Son coupé',
    unlock: 'Débloquer le son',
    blocked: 'Son bloqué — cliquez pour le débloquer',
    unsupported: 'Pas de son ici',
    turnOff: 'Couper le son',
    turnOn: 'Activer le son et entendre un essai',
    failed: (reason) => `Le son n’est pas disponible : ${reason}`,
  },

  install: {
    button: 'Installer l’application',
    showHow: 'Comment installer',
    ios: 'Touchez Partager, puis « Sur l’écran d’accueil ». Les notifications y fonctionnent.',
    failed: (reason) => `Le navigateur n’a pas pu installer l’application : ${reason}`,
  },

  update: {
    ready: 'Nouvelle version prête',
    reload: 'Recharger',
    later: 'Plus tard',
  },

  offline: {
    insecure:
      'cette adresse n’est pas sécurisée (https), et le navigateur n’y permet pas de service worker',
    missing: 'ce navigateur ou cette fenêtre privée n’a pas de service worker',
    notice: () =>
      'L’ouverture hors ligne, l’installation et les notifications manquent : « Tout vérifier » dit pourquoi. Tout le reste fonctionne.',
  },
};

function listed(symbols: readonly string[]): string {
  const shown = symbols.slice(0, LONGEST_SYMBOL_LIST).join(', ');
  const more = symbols.length - LONGEST_SYMBOL_LIST;
  return more > 0 ? `${shown} et ${plural(more, 'autre')}` : shown;
}
