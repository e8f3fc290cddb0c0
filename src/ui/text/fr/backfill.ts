import type { PartTexts } from '../text.ts';
import { BACKFILL_HEAD } from './heads.ts';
import { plural } from './plural.ts';

const ready = (count: number, all: number) =>
  `${plural(count, 'série')} sur ${all} ${count < 2 ? 'prête' : 'prêtes'}`;

export const BACKFILL: PartTexts['backfill'] = {
  ...BACKFILL_HEAD,
  ready,
  loading: (count, all) => `Chargement de l’historique : ${ready(count, all)}`,
  stopped: (count, all) => `Chargement de l’historique arrêté : ${ready(count, all)}`,
  stoppedMeaning: 'Ce qui est prêt reste en direct ; aucune règle ne juge le reste.',
  failing: (count) =>
    count < 2 ? `${count} série refusée, redemandée` : `${count} séries refusées, redemandées`,
  usable: (symbols) => `${symbols} : utilisable dès maintenant`,
  more: (symbols, count) => `${symbols} et ${plural(count, 'autre')}`,
  stop: 'Arrêter',
  stopMeaning: 'Arrêter le chargement de l’historique',
  resume: 'Reprendre',
  resumeMeaning: 'Reprendre le chargement de l’historique',
  hide: 'Masquer l’avancement du chargement',
  spoken: {
    begins: (all) => `Chargement de l’historique de ${plural(all, 'série')}.`,
    ends: (all) => `Historique chargé : ${plural(all, 'série prête', 'séries prêtes')}.`,
    stops: (count, all) => `Arrêté : ${ready(count, all)}.`,
  },
};
