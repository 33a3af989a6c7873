import type { Words } from '../words.ts';

const askForReview = (day: string) =>
  `Tenemos que pedir una revisión gratis al estado a más tardar el ${day}.`;
const doctorsDecide = (day: string) => `Los médicos de afuera tienen que decidir a más tardar el ${day}.`;
const planAnswers = (day: string) => `Su plan tiene que responder a nuestra carta a más tardar el ${day}.`;
const writeToPlan = (day: string) => `Tenemos que escribir a su plan a más tardar el ${day}.`;
const stateSays = (day: string) => `El estado tiene que decirnos si toma su caso a más tardar el ${day}.`;
const planSends = (day: string) =>
  `Su plan tiene que mandar sus papeles a los médicos a más tardar el ${day}.`;

export const clientCard: Words['clientCard'] = {
  title: { neutral: 'Su tarjeta', plain: 'Dónde está su caso' },
  caseNumber: (number) => `Caso ${number}`,
  step: (step, of) => `Paso ${step} de ${of}`,
  steps: {
    neutral: [
      'Tenemos sus papeles',
      'Esperamos una respuesta',
      'Pedimos más',
      'Otros deciden',
      'Hacen lo que se decidió',
    ],
    plain: [
      'Tenemos sus papeles',
      'Su plan lo mira otra vez',
      'Pedimos ayuda al estado',
      'Médicos de afuera deciden',
      'Su plan hace lo que dicen',
    ],
  },
  where: {
    intake: 'Tenemos sus papeles. Estamos preparando su caso.',
    grievance: 'Su plan está mirando otra vez su respuesta.',
    'imr-open': 'Ya podemos pedir al estado una revisión gratis.',
    'imr-not-available': 'Buscamos el mejor paso que sigue.',
    'imr-screening': 'El estado está viendo lo que pedimos.',
    'imr-review': 'Médicos que no son de su plan están viendo su caso.',
    determination: 'Los médicos ya decidieron. Ahora le toca a su plan.',
    complaint: 'El estado está viendo nuestra queja.',
    hearing: 'Pedimos una audiencia. Un juez le va a escuchar.',
    'plan-overturned': 'Su plan cambió su respuesta. Vamos a ver que cumpla.',
    resolved: 'Ya hay una respuesta. Vamos a ver que todo se haga.',
    closed: 'Su caso está cerrado.',
  },
  whereNeutral: {
    working: 'Estamos trabajando en ello.',
    waiting: 'Ya lo mandamos. Ahora esperamos la respuesta.',
    decided: 'Ya hay una respuesta. Vamos a ver que todo se haga.',
    closed: 'Está cerrado.',
  },
  headings: {
    next: 'Lo que sigue',
    need: 'Lo que necesitamos de usted',
    call: 'A quién llamar',
  },
  next: {
    'ca.complaint.decide': (day) => `El estado tiene que respondernos a más tardar el ${day}.`,
    'ca.grv.ack': (day) => `Su plan tiene que decirle que recibió nuestra carta a más tardar el ${day}.`,
    'ca.grv.expedited.statement': (day) =>
      `Su plan tiene que responder a nuestra carta urgente a más tardar el ${day}.`,
    'ca.grv.file': writeToPlan,
    'ca.grv.resolve': planAnswers,
    'ca.imr.accept': stateSays,
    'ca.imr.accept.expedited': stateSays,
    'ca.imr.deadline.decision': askForReview,
    'ca.imr.deadline.experimental': askForReview,
    'ca.imr.deadline.lateLetter': askForReview,
    'ca.imr.deadline.receipt': askForReview,
    'ca.imr.deadline.silence': askForReview,
    'ca.imr.decide': doctorsDecide,
    'ca.imr.decide.exp': doctorsDecide,
    'ca.imr.decide.exp.fast': doctorsDecide,
    'ca.imr.decide.expedited': doctorsDecide,
    'ca.imr.implement': (day) => `Su plan tiene que darle la atención, o pagarla, a más tardar el ${day}.`,
    'ca.imr.planDocs': planSends,
    'ca.imr.planDocs.expedited': planSends,
    'cdi.imr.deadline': askForReview,
    'fed.appeal.decide': planAnswers,
    'fed.appeal.file': writeToPlan,
    'fed.ext.decide': (day) => `La revisión de afuera tiene que estar lista a más tardar el ${day}.`,
    'fed.ext.file': (day) => `Tenemos que pedir una revisión de afuera a más tardar el ${day}.`,
    'mc.appeal.app': (day) =>
      `Para que siga su atención, tenemos que escribir a su plan a más tardar el ${day}.`,
    'mc.appeal.decide': planAnswers,
    'mc.appeal.decide.expedited': (day) =>
      `Su plan tiene que responder a nuestra carta urgente a más tardar el ${day}.`,
    'mc.appeal.file': writeToPlan,
    'mc.hearing.app': (day) =>
      `Para que siga su atención, tenemos que pedir una audiencia a más tardar el ${day}.`,
    'mc.hearing.file': (day) => `Tenemos que pedir una audiencia a más tardar el ${day}.`,
    'mc.hearing.outer': (day) =>
      `Todavía podemos pedir una audiencia a más tardar el ${day}. Hay que decir por qué es tarde.`,
  },
  nextByHand: (day) => `Tenemos una fecha para usted: el ${day}.`,
  nextNeutral: {
    ours: (day) => `Tenemos que mandar algo por usted a más tardar el ${day}.`,
    theirs: (day) => `La otra parte tiene que actuar a más tardar el ${day}.`,
  },
  late: {
    ours: (day) => `El día para esto era el ${day}. Tal vez no sea tarde. Llámenos hoy.`,
    theirs: (day) => `Tenían que actuar a más tardar el ${day}. Van tarde. Les estamos insistiendo.`,
  },
  nothingNext: 'Ahora no hay ninguna fecha. Le llamaremos cuando eso cambie.',
  atClosed: 'Puede llamarnos si pasa algo nuevo.',
  needs: {
    neutral: 'Necesitamos unos papeles de usted. Llámenos y le decimos cuáles.',
    more: (count) => `Y ${count} más: pídanos la lista.`,
    nothing: 'Ya tenemos todo lo que necesitamos de usted. Gracias.',
    letters: 'Guarde cada carta. Escriba en ella el día que llegó. Llámenos ese mismo día.',
    moved: 'Díganos si se muda o si cambia de teléfono.',
  },
  danger: {
    neutral: '¿Está en peligro? Llame al 911.',
    plain: '¿Mucho dolor, o en peligro? Llame al 911. No tiene que esperar ninguna fecha de aquí.',
  },
  caller: (name) => `${name} lleva su caso.`,
  noCaller: 'Pregunte por la persona que lleva su caso.',
  phone: (phone) => `Llame al ${phone}`,
  stateLine: (phone) => `Ayuda gratis del estado: ${phone}`,
  asOf: (day) => `Al ${day}. Las fechas pueden cambiar: llámenos para saber.`,
  legal: 'Esto es información general. No es consejo legal.',
};

export const clientCardPage: Words['clientCardPage'] = {
  title: 'Tarjeta para el cliente',
  lead: 'Una tarjeta para darle al cliente: dónde está el caso, qué sigue y a quién llamar.',
  language: 'Idioma de la tarjeta',
  languages: { en: 'Inglés', es: 'Español' },
  detail: 'Cuánto dice',
  details: { neutral: 'Nada sobre la salud', plain: 'El plan y el paso' },
  mayNeutral: 'El cliente no ha aceptado nada más. Si otros pueden ver la tarjeta, que no diga nada.',
  agreed: 'El cliente aceptó que los mensajes digan más. Pregúntele quién más puede ver la tarjeta.',
  reads: (language) => `El cliente lee ${language.toLowerCase()}: repase la tarjeta con un intérprete.`,
  hiddenOffice: 'El cliente no quiere que se diga quiénes somos: la tarjeta no nombra la oficina.',
  print: 'Imprimir la tarjeta',
  brief: 'Resumen del caso',
};
