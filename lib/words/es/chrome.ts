import type { Words } from '../words.ts';

export const chrome: Words['chrome'] = {
  skip: 'Ir al contenido principal',
  find: 'Buscar un cliente o un caso',
  newCase: 'Caso nuevo',
};
