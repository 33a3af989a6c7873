import type { Words } from '../words.ts';

export const tasks: Words['tasks'] = {
  done: (title) => `“${title}” está hecho.`,
  canceled: (title) => `“${title}” ya no hace falta.`,
  undo: 'Deshacer',
  notUndone: 'No se pudo deshacer. Vuelva a mirar el caso.',
};
