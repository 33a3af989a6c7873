import { spanishDates } from '../../calculator/dates.ts';
import type { Likeness } from '../../duplicates/alike.ts';
import type { Words } from '../words.ts';

const WHY: Readonly<Record<Likeness, string>> = {
  member: 'mismo número de miembro',
  phone: 'mismo teléfono',
  birth: 'misma fecha de nacimiento',
  name: 'mismo nombre',
  'nearly-name': 'nombre casi igual',
};

const sentence = (parts: readonly string[]) => {
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

export const duplicates: Words['duplicates'] = {
  question: '¿Podría ser la misma persona?',
  born: (on) =>
    on ? `nació el ${spanishDates.long(on).replace(/^[^,]+, /, '')}` : 'sin fecha de nacimiento',
  closed: (year) => `cerrado en ${year}`,
  why: (alike) => sentence(alike.map((each) => WHY[each])),
  open: 'Abrir',
  inNewTab: 'el caso {number} en otra pestaña',
  notTheSame: 'No es la misma persona',
};
