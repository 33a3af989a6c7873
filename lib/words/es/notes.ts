import type { Words } from '../words.ts';

export const notes: Words['notes'] = {
  nobodyCalled: (typed) => `Nadie que trabaje aquí se llama “${typed}”, así que nadie recibiría el aviso.`,
  nobodyRemedy: 'Escriba el nombre como aparece en Personas, o deje un espacio después de la @.',
  manyCalled: (typed, names) => `“@${typed}” podría ser más de una persona: ${names}.`,
  manyRemedy: 'Escriba el nombre completo.',
  mayNotKnow: (name) => `Este caso es restringido, y ${name} no figura entre las personas autorizadas.`,
  mayNotKnowRemedy: 'Quite la @, o pida primero que se autorice a esa persona en el caso.',
};
