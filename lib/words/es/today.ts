import type { Words } from '../words.ts';

export const today: Words['today'] = {
  noneOfYours: 'Ningún plazo suyo está corriendo.',
  noneAtAll: 'Aún no corre ningún plazo: la fecha de una carta de denegación inicia el primero.',
};
