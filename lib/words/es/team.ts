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

  nobodyNamed: 'es restringido y no figura en él nadie más que pueda recibirlo',

  moveFrom: (name) => `Trasladar trabajo de ${name}`,
  dryRun: 'Aún no se ha trasladado nada.',
  dryRunTitle: 'Simulación',
  tryOut: 'Probar',
  nothingChosen: 'No se eligió ningún caso, así que no se trasladaría nada.',
  goes: (caseCount, clockCount) =>
    `Se trasladan ${cases(caseCount)} y ${clockCount === 1 ? '1 plazo' : `${clockCount.toLocaleString('es-US')} plazos`}, con sus recordatorios y tareas.`,
  fromTo: (before, after) => `de ${before} a ${after}`,
  openCases: 'Casos abiertos',
  whatStays: 'Lo que no se traslada',
  client: 'Cliente',
  nextDate: 'Próxima fecha',
  noDate: 'sin plazos en curso',
  to: 'Para',
  take: (clientName) => `¿Quién recibe el caso de ${clientName}?`,
  choose: (clientName) => `Trasladar el caso de ${clientName}`,
  chooseHead: 'Trasladar',
  awayThen: (name) => `${name}, ausente`,
  reason: 'Motivo',
  moveCases: 'Trasladar casos',
  cancel: 'Cancelar',
  soonestOnly: (count) => `Estos son los ${count.toLocaleString('es-US')} más próximos.`,
  allInList: (count) => `Los ${count.toLocaleString('es-US')} están en la lista de casos`,
  movedThereToo: ', donde también se pueden trasladar.',

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

  nudge: 'Dar un toque',
  nudgeAbout: (clientName) => `Dar un toque a quien lleva el caso: ${clientName}`,
  notNudged: 'No se dio aviso.',
  nudgedToday: 'avisado hoy',
  nudged: (name) =>
    `Se pidió a ${name} por correo que lo revise. Usted recibe una copia y el caso lo conserva.`,
  takeOver: 'Asumir',
  takeOverAbout: (clientName) => `Asumir el caso: ${clientName}`,
  assign: 'Asignar',
  assignAbout: (clientName) => `Asignar: ${clientName}`,

  latePlans: 'Retrasos por plan',
  plan: 'Plan',
  lateClocks: 'Plazos vencidos',
  oldest: 'El más antiguo',
  daysLate: (days) => (days === 1 ? '1 día de retraso' : `${days.toLocaleString('es-US')} días de retraso`),
  showThem: (planName) => `Ver los casos con retraso de ${planName}`,
  days: (from, until) => (from === until ? `el ${from}` : `del ${from} al ${until}`),
  isAway: (name, days, dueCount) =>
    dueCount === 0
      ? `${name} está ausente ${days}.`
      : `${name} está ausente ${days}, con ${dueCount === 1 ? 'un plazo que vence' : `${dueCount.toLocaleString('es-US')} plazos que vencen`} en ese tiempo.`,

  deactivate: 'Desactivar',
  leaveLead: 'Se cierran de inmediato todas sus sesiones. Su nombre permanece en el registro.',
  leaveLeadWithCases: (count) =>
    `${count === 1 ? 'Su caso abierto pasa' : `Cada uno de sus ${count.toLocaleString('es-US')} casos abiertos pasa`} a la persona que usted elija aquí y después se cierran todas sus sesiones: todo en un solo acto, o nada. Su nombre permanece en el registro.`,
  proposedByLoad:
    'La propuesta da cada caso a quien está presente y tiene menos casos abiertos. Cambie lo que usted sepa mejor.',
  tooMany: (count, most) =>
    `Tiene ${count.toLocaleString('es-US')} casos abiertos; en un solo acto se entregan ${most} como máximo.`,
  seeCovers: 'Ver las coberturas',
  moveFirst: 'Trasladar trabajo antes',
};
