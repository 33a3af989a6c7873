import type { Words } from '../words.ts';

export const drafts: Words['drafts'] = {
  restored: 'Aquí está su borrador de {time}.',
  discard: 'Descartar el borrador',
  discarded: 'El borrador se descartó.',
  undo: 'Deshacer',
  kept: 'Borrador conservado, {time}',
  offline: 'Sin conexión. Lo que escribió sigue aquí y se conservará en cuanto haya conexión con Recourse.',
  notKept: 'Lo que escribió aún no está conservado: no cierre esta página hasta que se guarde.',
  cutOffTitle: 'No se guardó: no hay conexión con Recourse',
  cutOff: 'La conexión falló en el camino.',
  cutOffRemedy: 'Deje abierta esta página: le avisará cuando vuelva la conexión y entonces podrá guardar.',
  reconnected: 'La conexión volvió y todo lo que escribió está aquí. Guarde de nuevo.',
};

/** Forms of a case that somebody began and has not saved. */
export const unfinished: Words['unfinished'] = {
  begun: (what, time) => `Sin guardar: ${what}, ${time}.`,
  goOn: 'Continuar',
};
