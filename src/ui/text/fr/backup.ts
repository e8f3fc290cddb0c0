import type { PartTexts } from '../text.ts';

/** `aucune règle`, `1 règle`, `3 412 alertes` : le nombre arrive tel qu’il est affiché. */
function counted(count: number, shown: string, none: string, one: string): string {
  return `${count === 0 ? none : shown} ${count < 2 ? one : `${one}s`}`;
}

export const BACKUP: PartTexts['backup'] = {
  title: 'Sauvegarde',
  hint: 'Règles, réglages, liste de suivi et historique des alertes en un seul fichier : à garder, ou à emporter sur un autre appareil.',
  export: 'Exporter dans un fichier',
  import: 'Importer depuis un fichier…',
  chooseFile: 'Fichier à importer',
  exporting: 'Collecte de tout…',
  reading: 'Lecture du fichier…',
  importing: 'Importation…',
  rules: (count, shown) => counted(count, shown, 'aucune', 'règle'),
  alerts: (count, shown) => counted(count, shown, 'aucune', 'alerte'),
  symbols: (count, shown) => counted(count, shown, 'aucun', 'symbole'),
  contents: (rules, alerts, symbols) => `${rules} de votre main, ${alerts}, ${symbols}`,
  holds: (contents) => `Contenu : ${contents}.`,
  exportedAt: (time) => `Exporté le ${time}`,
  exported: (file, contents) => `${file} a été créé : ${contents}.`,
  leftOut: (shown) => `Les ${shown} alertes les plus anciennes n’y tenaient pas et n’y sont pas.`,
  notWhole: 'Une partie de ce qui est enregistré n’a pas pu être lue et n’y est pas.',
  offer: (file) => `Importer ${file} ?`,
  consequence:
    'Vos réglages et votre liste de suivi sont remplacés, ainsi que vos règles qui sont dans le fichier. Ses alertes sont ajoutées à l’historique, en silence. Rien n’est supprimé.',
  addresses: (addresses) =>
    `Il indique sa propre plateforme, à laquelle Tocsin se connectera alors : ${addresses}`,
  accept: 'Importer',
  cancel: 'Annuler',
  imported: (contents) => `Importé : ${contents}.`,
  refused: 'Le fichier n’a pas été importé, et rien n’a changé :',
  tooLarge: (size, most) => `Le fichier est trop gros : ${size}. On peut importer au plus ${most}.`,
  unreadable: (reason) => `Le fichier n’a pas pu être lu : ${reason}`,
  noAnswer: 'Le moteur n’a pas répondu. Réessayez.',
};
