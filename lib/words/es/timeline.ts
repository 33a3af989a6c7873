import type { Words } from '../words.ts';

export const timeline: Words['timeline'] = {
  heading: 'Cronología',
  filter: 'Qué mostrar en la cronología',
  groups: {
    all: 'Todo',
    letters: 'Cartas',
    documents: 'Documentos',
    calls: 'Llamadas y notas',
    messages: 'Mensajes',
    reminders: 'Recordatorios',
    changes: 'Cambios',
  },
  newOnly: 'Nuevo para usted',
  newEntry: 'nueva',
  nothing: 'No hay nada de este tipo en el expediente.',
  earlier: (count, since) =>
    `${count === 1 ? '1 entrada anterior' : `${count} entradas anteriores`}, desde ${since}`,
  newest: 'Entradas más recientes',
  lookers: 'Quién ha visto este caso',
  with: {
    client: 'con el cliente',
    plan: 'con el plan',
    department: 'con el departamento',
    provider: 'con el proveedor',
    other: 'con otra persona',
  },
  called: {
    client: 'llamamos al cliente',
    plan: 'llamamos al plan',
    department: 'llamamos al departamento',
    provider: 'llamamos al proveedor',
    other: 'llamamos a otra persona',
    nobody: 'llamamos',
  },
  calledUs: {
    client: 'llamó el cliente',
    plan: 'llamó el plan',
    department: 'llamó el departamento',
    provider: 'llamó el proveedor',
    other: 'llamó otra persona',
    nobody: 'nos llamaron',
  },
  results: { spoke: '', voicemail: 'se dejó un mensaje de voz', 'no-answer': 'nadie contestó' },
  reference: (number) => `referencia ${number}`,
  on: (day) => `el ${day}`,
  told: (names) => `Se avisó a ${names}.`,
};
