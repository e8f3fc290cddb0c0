import type { PartTexts } from '../text.ts';
import { FIRST_RUN_HEAD } from './heads.ts';
import { plural } from './plural.ts';

export const FIRST_RUN: PartTexts['firstRun'] = {
  ...FIRST_RUN_HEAD,
  progress: (done, all) => `${plural(done, 'étape')} sur ${all}`,
  close: 'Ne plus afficher ceci',
  closeShort: 'Fermer pour de bon',
  again: 'Montrer les premiers pas',
  againHint: 'Symboles, règles et notifications, en trois petites étapes.',
  done: 'fait',
  todo: 'à faire',
  step: (number, name) => `Étape ${number} : ${name}`,
  symbols: {
    name: 'Symboles',
    title: 'Que surveiller',
    others: (count) => `et ${plural(count, 'autre')}`,
    search: 'Autres…',
    searchHint: 'Chercher parmi tous les symboles de la plateforme',
  },
  rules: {
    name: 'Règles',
    title: 'De quoi vous alerter',
    choices: {
      reversal: 'Un revirement après un fort mouvement',
      trend: 'La tendance change',
      momentum: 'L’élan s’inverse',
      volume: 'Un afflux d’échanges',
    },
    all: 'Toutes les règles…',
    allHint: 'Voir toutes les règles, et créer les vôtres',
  },
  telling: {
    name: 'Alertes',
    title: 'Comment vous alerter',
    turnOn: 'Activer les notifications',
    isOn: 'Les notifications sont activées',
    hear: 'Tester la cloche',
    heard: 'C’était la cloche.',
    notHeard: 'La cloche n’a pas pu sonner.',
    noSound: 'Ce navigateur n’a pas de son ici.',
    keepOpen: 'Tocsin veille tant qu’il est ouvert, même en arrière-plan.',
  },
  finished: (symbols, rules) =>
    `Tout est prêt : ${plural(symbols, 'symbole suivi', 'symboles suivis')}, ${plural(rules, 'règle activée', 'règles activées')}. Ce qu’elles trouvent est signalé aussitôt.`,
  check: 'Tout vérifier',
  leave: 'Terminer',
};
