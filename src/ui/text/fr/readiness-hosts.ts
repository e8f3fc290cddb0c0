import type { PartTexts } from '../text.ts';
import { SHELL } from './shell.ts';

type Words = PartTexts['readiness'];

const CATCH_UP =
  'À votre retour, chaque bougie manquée est chargée et jugée, et ce qui s’est déclenché est dit en un seul résumé.';
const SLEEP =
  'Un ordinateur en veille ne surveille rien : ce qui s’est déclenché entre-temps est dit à son réveil.';
const KEEP =
  'Gardez Tocsin à l’écran quand vous attendez une alerte, ou laissez-le tourner sur un ordinateur.';

export const BACKGROUND: Words['background'] = {
  limits: {
    android: {
      found: 'Android arrête une page cachée en moins d’une minute',
      meaning: `Dès lors, rien n’est surveillé et rien ne sonne. ${CATCH_UP}`,
      advice: KEEP,
    },
    ios: {
      found: 'iOS arrête une page cachée en quelques secondes',
      meaning: `Dès lors, rien n’est surveillé et rien ne sonne. ${CATCH_UP}`,
      advice: KEEP,
    },
    chromium: {
      found: 'Le navigateur peut mettre un onglet caché en veille',
      meaning: `L’économiseur d’énergie fige les pages cachées qui travaillent beaucoup, l’économiseur de mémoire jette celles qui n’ont pas servi depuis longtemps. Les notifications autorisées et l’application installée les en dissuadent chacune. ${SLEEP}`,
      advice:
        'Activez les notifications ou installez l’application ; et dans les paramètres du navigateur, sous Performances, ajoutez ce site à ceux qui restent toujours actifs.',
    },
    firefox: {
      found: 'Firefox décharge les onglets cachés quand la mémoire manque',
      meaning: `Jusque-là, un onglet caché continue. ${SLEEP}`,
      advice: 'Épinglez l’onglet : les onglets épinglés sont déchargés en dernier.',
    },
    safari: {
      found: 'Safari peut suspendre les pages cachées',
      meaning: `Il économise ainsi énergie et mémoire. ${CATCH_UP} ${SLEEP}`,
      advice: 'Gardez Tocsin dans une fenêtre à lui qui reste visible, ou ajoutez-le au Dock.',
    },
    other: {
      found: 'Le navigateur peut arrêter les pages cachées',
      meaning: `La plupart économisent ainsi énergie et mémoire. ${CATCH_UP}`,
      advice: 'Gardez Tocsin dans une fenêtre à lui qui reste visible.',
    },
  },
  spared: {
    found: 'Le navigateur a une raison de laisser tourner cette page',
    meaning: `Les notifications autorisées et l’application installée protègent chacune la page des économiseurs d’énergie et de mémoire. ${SLEEP}`,
    advice:
      'Pour en être certain, ajoutez ce site à ceux qui restent toujours actifs, dans les paramètres du navigateur, sous Performances.',
  },
  discarded: 'Le navigateur a déjà jeté cet onglet une fois',
};

export const INSTALLING: Words['installing'] = {
  android:
    'Ouvrez le menu du navigateur et choisissez « Installer l’application » ou « Ajouter à l’écran d’accueil ».',
  ios: SHELL.install.ios,
  chromium:
    'Cliquez sur le signe d’installation dans la barre d’adresse, ou cherchez « Installer » dans le menu du navigateur. Si ni l’un ni l’autre n’y est, l’application est peut-être déjà installée : ouvrez-la de là.',
  firefox:
    'Firefox n’installe des applications web que sur certains systèmes. Un onglet épinglé est ce qui s’en approche le plus.',
  safari: 'Choisissez « Ajouter au Dock » dans le menu Fichier.',
  other: 'Cherchez « Installer » dans le menu du navigateur.',
};
