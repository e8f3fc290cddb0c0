import type { PartTexts } from '../text.ts';
import { READINESS_HEAD } from './heads.ts';
import { CLOCK, CONNECTION, ENDPOINTS, RULES_ON, withReason } from './readiness-exchange.ts';
import { BACKGROUND, INSTALLING } from './readiness-hosts.ts';
import { SHELL } from './shell.ts';

const NOTHING_SHOWN = 'Tant que cette page est hors de vue, rien n’est affiché.';
const WORKER_MEANING = 'Il affiche les notifications, et ouvre l’application sans réseau.';
const MAY_CLEAR =
  'effacer règles, réglages et historique quand la place manque ou après des semaines sans visite.';

export const READINESS: PartTexts['readiness'] = {
  ...READINESS_HEAD,
  settingsLegend: 'Vérification',
  settingsHint:
    'Une alerte vous parviendrait-elle ? Vérifie la plateforme, ce navigateur et cet appareil.',
  again: 'Vérifier de nouveau',
  running: 'Vérification…',
  copy: 'Copier en texte',
  copied: 'Le rapport est dans le presse-papiers.',
  notCopied: (reason) => `La copie a échoué (${reason}). Copiez-le d’ici :`,
  reportLabel: 'Le rapport en texte',
  checking: 'Vérification…',
  titles: {
    notifications: 'Notifications',
    sound: 'Son',
    worker: 'Service worker',
    background: 'En arrière-plan',
    install: 'Application installée',
    storage: 'Stockage',
    rules: 'Règles',
    connection: 'Prix en direct',
    streams: 'Adresses des flux',
    rest: 'Adresses REST',
    clock: 'Horloge',
    exchange: 'Plateforme',
  },
  groups: {
    telling: 'Vous prévenir',
    lasting: 'Continuer quand personne ne regarde',
    watching: 'Surveiller le marché',
  },
  grades: { good: 'Bon', note: 'À noter', problem: 'Problème', checking: 'En cours' },
  actions: {
    enableNotifications: 'Activer les notifications',
    testNotification: 'Envoyer un essai',
    unlockSound: 'Débloquer le son',
    turnSoundOn: 'Activer le son',
    ring: 'Sonner une fois',
    keepStorage: 'Conserver les données',
    install: 'Installer l’application',
    connect: 'Se connecter',
    reconnect: 'Se reconnecter',
    showRules: 'Voir les règles',
    checkAgain: 'Vérifier de nouveau',
  },

  headline: {
    checking: 'Vérification que les alertes vous parviendraient…',
    ready: 'Prêt : les alertes vous parviendront',
    readyOnScreen: 'Prêt : les alertes vous parviendront tant que Tocsin est à l’écran',
    readyDemo: 'Prêt, pour la démo : aucun prix réel n’est surveillé',
    problems: (count) => (count === 1 ? '1 chose fait obstacle' : `${count} choses font obstacle`),
    notes: (count) =>
      count === 1
        ? '1 remarque ci-dessous mérite peut-être un coup d’œil.'
        : `${count} remarques ci-dessous méritent peut-être un coup d’œil.`,
    noNotes: 'Rien ne fait obstacle.',
  },

  notifications: {
    on: {
      found: 'Activées',
      meaning: 'Quand cette page est hors de vue, chaque alerte arrive en notification.',
      advice:
        'Si un essai n’apparaît pas, le système les cache : voyez « ne pas déranger » et les paramètres de notification de ce navigateur.',
    },
    off: {
      found: 'Désactivées',
      meaning: NOTHING_SHOWN,
      advice: 'Activez-les ici. Le navigateur vous le demande une fois.',
    },
    denied: {
      found: 'Bloquées par ce navigateur',
      meaning: NOTHING_SHOWN,
      advice: SHELL.notifications.denied,
    },
    'needs-install': {
      found: 'Non permises dans un onglet',
      meaning: NOTHING_SHOWN,
      advice: SHELL.notifications.needsInstall,
    },
    unsupported: {
      found: 'Non disponibles ici',
      meaning: NOTHING_SHOWN,
      advice: 'Ouvrez Tocsin en https dans un navigateur récent, hors d’une fenêtre privée.',
    },
    sent: 'Envoyée. Elle devrait être à l’écran.',
  },

  sound: {
    on: {
      found: 'Activé',
      meaning: 'Chaque alerte sonne, même quand cette page est hors de vue.',
      advice:
        'Après un rechargement, le navigateur retient le son jusqu’à ce que vous touchiez la page une fois.',
    },
    blocked: {
      found: 'Retenu par le navigateur',
      meaning:
        'Rien ne s’entend tant que vous n’avez pas touché la page une fois depuis son chargement.',
      advice: 'Débloquez-le ici.',
    },
    off: {
      found: 'Coupé',
      meaning: 'Les alertes ne font aucun bruit.',
      advice: 'Activez-le si vous voulez les entendre.',
    },
    unsupported: {
      found: 'Non disponible ici',
      meaning: 'Ce navigateur ne joue pas de son, ou aucune sortie n’a voulu s’ouvrir.',
      advice: 'Vérifiez la sortie audio de cet appareil. Les notifications n’en ont pas besoin.',
    },
    rung: 'Sonné. Si vous n’avez rien entendu, vérifiez le volume et la sortie audio de cet appareil.',
    notRung: 'La cloche n’a pas pu sonner.',
  },

  worker: {
    active: { found: 'Actif', meaning: WORKER_MEANING, advice: '' },
    installing: {
      found: 'En cours d’installation',
      meaning: WORKER_MEANING,
      advice: 'Vérifiez de nouveau dans un instant.',
    },
    missing: (reason) => ({
      found: 'Absent',
      meaning: 'Sans lui, ni notifications, ni application installée, ni ouverture hors ligne.',
      advice: withReason(
        reason,
        'Ouvrez Tocsin en https, hors d’une fenêtre privée, et rechargez.',
      ),
    }),
  },

  background: BACKGROUND,
  installing: INSTALLING,
  installed: {
    found: 'Oui',
    meaning: 'Les navigateurs ménagent une fenêtre à part et gardent ses données plus longtemps.',
    advice: '',
  },
  notInstalled: (host, canAsk) => ({
    found: 'Pas ouverte comme une application',
    meaning:
      'Un onglet est plus facilement fermé, mis en veille ou effacé qu’une application à part.',
    advice: canAsk ? 'Installez-la ici.' : INSTALLING[host],
  }),

  storage: {
    kept: {
      found: 'Conservé',
      meaning: 'Le navigateur n’efface pas de lui-même règles, réglages et historique.',
      advice: '',
    },
    evictable: {
      found: 'Conservé, mais sans certitude',
      meaning: `Le navigateur peut ${MAY_CLEAR}`,
      advice: 'Demandez au navigateur de les conserver.',
    },
    declined: {
      found: 'Conservé, mais sans certitude : le navigateur a refusé',
      meaning: `Il peut ${MAY_CLEAR}`,
      advice:
        'Les navigateurs acceptent plus volontiers une fois l’application installée ou les notifications autorisées. Réessayez alors.',
    },
    unknown: {
      found: 'Conservé, pour autant qu’on sache',
      meaning: 'Ce navigateur ne dit pas s’il peut effacer règles, réglages et historique.',
      advice: '',
    },
    low: {
      found: 'Il reste peu de place',
      meaning:
        'Quand il n’y en aura plus, les nouvelles alertes ne seront gardées que jusqu’à la fermeture de cette page.',
      advice: 'Libérez de la place sur cet appareil.',
    },
    lost: (reason) => ({
      found: 'Rien n’est conservé',
      meaning: 'Règles, réglages et historique ne durent que jusqu’à la fermeture de cette page.',
      advice: withReason(
        reason,
        'Quittez la fenêtre privée ou autorisez ce site à conserver des données, puis rechargez.',
      ),
    }),
    room: (used, quota) => `${used} utilisés sur ${quota}.`,
  },

  rules: RULES_ON,
  connection: CONNECTION,
  endpoints: ENDPOINTS,
  clock: CLOCK,

  demo: {
    found: 'Le marché de démonstration',
    meaning:
      'Les prix sont simulés dans ce navigateur. Aucune adresse de plateforme n’a été essayée, et rien de réel n’est surveillé.',
    advice: 'Ouvrez Tocsin sans « feed=demo » dans son adresse pour vérifier la vraie plateforme.',
  },
  engineSilent: {
    found: 'Le moteur n’a pas répondu',
    meaning: 'On ne sait pas si la plateforme est accessible.',
    advice: 'Vérifiez de nouveau ; rechargez la page si cela n’aide pas.',
  },

  report: {
    title: (time) => `Tocsin, vérification du ${time} UTC`,
    browser: (userAgent) => `Navigateur : ${userAgent}`,
    venue: (venue) => `Plateforme : ${venue}`,
  },

  test: {
    title: 'Tocsin : ceci est un essai',
    body: 'Les alertes ressembleront à ceci. Il ne s’est rien passé sur le marché.',
  },
};
