import type { Words } from '../words.ts';

const cases = (count: number) => (count === 1 ? '1 caso' : `${count.toLocaleString('es-US')} casos`);

export const team: Words['team'] = {
  staysBecause: {
    closed: 'está cerrado',
    'already-theirs': 'ya es suyo',
    'moved-since': 'ya pertenece a otra persona',
    'not-named': 'es restringido y esta persona no figura en él',
    'would-lead-alone': 'es restringido y solo esta persona figura en él como supervisora',
  },

  moved: (count, to) =>
    to === null
      ? `Se trasladaron ${cases(count)} con sus recordatorios.`
      : `Se trasladaron ${cases(count)} a ${to} con sus recordatorios.`,
  undo: 'Deshacer',
  undoUntil: 'Se puede deshacer hasta el final del día.',
  undone: (count, keptCount) =>
    keptCount === 0
      ? `Se devolvieron ${cases(count)}.`
      : `Se devolvieron ${cases(count)}. ${cases(keptCount)} no: se trasladaron o cerraron después, o nadie puede recibirlos.`,
  notUndone: 'No se devolvió nada.',
};
