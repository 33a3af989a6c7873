import { spanishDates } from '../calculator/dates.ts';
import { dayOfMonth, monthOf, yearOf } from '../calendar/local-date.ts';
import type { Citation } from '../deadlines/citations.ts';
import { blank } from './markup.ts';
import type { Words } from './words.ts';

const CODES: readonly (readonly [short: RegExp, full: string])[] = [
  [/^H&S (\S+)/, 'sección $1 del Código de Salud y Seguridad de California'],
  [/^Ins\. Code (\S+)/, 'sección $1 del Código de Seguros de California'],
  [/^W&I (\S+)/, 'sección $1 del Código de Bienestar e Instituciones de California'],
  [/^28 CCR (\S+)/, 'sección $1 del título 28 del Código de Regulaciones de California'],
  [/^(\d+) CFR (\S+)/, 'sección $2 del título $1 del Código de Regulaciones Federales'],
];
const written = (law: string): string => {
  const code = CODES.find(([short]) => short.test(law));
  return code ? law.replace(code[0], code[1]) : law;
};
const LAW = 'ley que obliga a este plan';
const cited = ({ law, certainty }: Citation): string =>
  certainty === 'from-memory' ? blank(`verifique antes de citarlo: ${law}`) : written(law);

export const spanish: Words = {
  date: (day) => `${dayOfMonth(day)} de ${spanishDates.months[monthOf(day) - 1]} de ${yearOf(day)}`,
  days: spanishDates.count,
  laws: (...citations) =>
    citations.length === 0 ? blank(LAW) : [...new Set(citations.map(cited))].join('; '),
  plan: ({ track }) => (track === 'cdi' ? 'la aseguradora' : 'el plan'),
  ofPlan: ({ track }) => (track === 'cdi' ? 'de la aseguradora' : 'del plan'),
  process: ({ process }) => (process === 'grievance' ? 'queja' : 'apelación'),
  regulator: ({ regulator }) =>
    regulator === 'DMHC'
      ? 'el Departamento de Atención Médica Administrada (DMHC)'
      : regulator === 'CDI'
        ? 'el Departamento de Seguros (CDI)'
        : blank('departamento que regula el plan'),
  basis: {
    'medical-necessity': 'no es médicamente necesario',
    experimental: 'es experimental o de investigación',
    'emergency-or-urgent': 'no fue atención de emergencia o urgente',
    'not-covered': 'no está cubierto',
    other: blank('otra razón que dio el plan'),
  },
  and: (items) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} y ${items.at(-1)}`,
  outcome: {
    upheld: 'mantuvo su negación',
    'partly-overturned': 'cambió su negación en parte',
    overturned: 'revocó su negación',
  },
  event: (event, f) => {
    const plan = f.track === 'cdi' ? 'La aseguradora' : 'El plan';
    const to = f.track === 'cdi' ? 'a la aseguradora' : 'al plan';
    const process = f.process === 'grievance' ? 'la queja' : 'la apelación';
    return {
      'denial-written': `${plan} fechó su negación`,
      'denial-received': 'Se recibió la negación',
      'grievance-sent': `Se envió ${process} ${to}`,
      'grievance-received': `${plan} recibió ${process}`,
      'grievance-acknowledged': `${plan} acusó recibo de ${process} por escrito`,
      'answer-due': `Último día para responder; ${plan.toLowerCase()} no había respondido para entonces`,
      'decision-written': `${plan} fechó su respuesta`,
      'decision-received': 'Se recibió la respuesta',
    }[event];
  },
  known: {
    'on-document': blank('documento que muestra esta fecha'),
    'told-by-client': 'Según recuerda la persona afiliada',
    'told-by-plan': 'Según dijo el plan o el departamento',
    estimated: 'Estimada',
    counted: 'Contado desde las fechas anteriores',
  },
  labels: {
    re: 'Asunto:',
    member: 'Persona afiliada:',
    birth: 'Fecha de nacimiento:',
    memberNumber: 'Número de afiliación:',
    planReference: 'Su referencia:',
    ourCase: 'Nuestro caso:',
    enclosures: 'Se adjuntan copias de:',
    byFax: 'Por fax:',
    sincerely: 'Atentamente,',
    signature: 'Firma:',
    date: 'Fecha:',
    page: 'página',
  },
  blanks: {
    planName: 'nombre del plan',
    planAddress: 'dirección donde el plan recibe quejas',
    regulator: 'nombre y dirección del departamento',
    birth: 'fecha de nacimiento',
    memberNumber: 'número de afiliación',
    service: 'servicio que se negó',
    denialDate: 'fecha de la carta de negación',
    denialReason: 'razón que dio el plan',
    receivedDate: 'fecha en que el plan recibió la queja',
    events: 'qué pasó, cada cosa con su fecha y el documento que la muestra',
    proof: 'documento que muestra esta fecha',
    authorizationDate: 'fecha de la autorización firmada',
    law: LAW,
  },
};
