import { type ClientWords, fullDay } from '../client-words.ts';

const withComma = fullDay('es');

export const spanish: ClientWords = {
  review: { by: 'authors', note: 'Written by the authors; no native speaker has read it yet.' },
  subject: {
    countdown: 'Un recordatorio',
    news: 'Noticias para usted',
    correction: 'Una corrección',
    'by-hand': 'Un mensaje para usted',
  },
  preview: 'Tenemos un mensaje breve para usted.',
  greeting: 'Hola:',
  greetingTo: (name) => `Hola, ${name}:`,
  countdown: {
    neutral: (day) => ['Hay algo que tenemos que hacer juntos, a más tardar el ', day, '.'],
    standard: (day) => ['Hay que enviar un documento de su caso a más tardar el ', day, '.'],
    detailed: (act, day) => [`El último día para ${act} es el `, day, '.'],
  },
  news: {
    neutral: 'Tenemos noticias para usted.',
    standard: 'Hay novedades en su caso.',
    silence: (plan) => `${plan ?? 'Su plan'} no le respondió a tiempo.`,
    opened: (act) => `Ahora usted puede ${act}.`,
    openedSomething: 'Es posible que haya un siguiente paso para usted.',
  },
  correction: {
    neutral: (former) => ['En un mensaje anterior le indicamos el ', former, '.'],
    standard: (former) => [
      'En un mensaje anterior le indicamos el ',
      former,
      ' como último día para enviar un documento de su caso.',
    ],
    detailed: (act, former) => [
      'En un mensaje anterior le indicamos el ',
      former,
      ` como último día para ${act}.`,
    ],
    moved: (day) => ['Esa fecha ya no es válida. El último día es ahora el ', day, '.'],
    dropped: 'Esa fecha ya no es válida, y usted no tiene que hacer nada para ese día.',
  },
  byHand: {
    'call-us': {
      neutral: 'Quisiéramos hablar con usted.',
      standard: 'Quisiéramos hablar con usted sobre su caso.',
    },
    'send-papers': {
      neutral: 'Necesitamos algo de usted.',
      standard: 'Necesitamos que nos envíe documentos para su caso.',
    },
    'papers-sent': {
      neutral: 'Ya hicimos lo que le dijimos que haríamos.',
      standard: 'Ya enviamos los documentos de su caso.',
    },
    'still-waiting': {
      neutral: 'Todavía no hay cambios: seguimos esperando una respuesta.',
      standard: 'Todavía no hay cambios en su caso: seguimos esperando una respuesta.',
    },
  },
  acts: {
    'review-request': 'pedir una revisión independiente',
    hearing: 'pedir una audiencia ante un juez',
    appeal: 'pedir a su plan que revise su decisión',
  },
  about: (plan) => `Se trata de ${plan}.`,
  from: (office) => `Este mensaje es de ${office}.`,
  callBefore: 'Por favor, llámenos antes de ese día: toma unos minutos.',
  replyBefore: 'Por favor, responda a este mensaje antes de ese día: toma unos minutos.',
  callSoon: 'Por favor, llámenos cuando pueda.',
  replySoon: 'Por favor, responda a este mensaje cuando pueda.',
  nothingToDo: 'Por ahora usted no tiene que hacer nada. Le avisaremos cuando haya novedades.',
  call: (phone) => `Llamar al ${phone}`,
  questions: (name) => `¿Preguntas? Pida hablar con ${name}.`,
  only: 'Este es el único mensaje sobre este asunto.',
  first: (total) => `Este es el primero de ${total} mensajes sobre esta fecha.`,
  later: (ordinal, total) => `Este es el mensaje ${ordinal} de ${total} sobre esta fecha.`,
  why: 'Recibe este mensaje porque aceptó recibir correos nuestros.',
  stopByReplyOrPhone: 'Para no recibir más recordatorios, responda ALTO o díganoslo por teléfono.',
  stopByReply: 'Para no recibir más recordatorios, responda ALTO.',
  stopLink: 'No recibir más recordatorios',
  day: (date) => withComma(date).replace(',', ''),
  stopPage: {
    title: 'No recibir más recordatorios',
    question: '¿Quiere dejar de recibir recordatorios por correo electrónico?',
    whatStops: 'No le enviaremos más recordatorios de lo que está por venir.',
    whatStays: 'Le seguiremos escribiendo cuando un día esté muy cerca o cuando cambie algo importante.',
    button: 'No recibir más recordatorios',
    doneTitle: 'Ya no recibirá recordatorios',
    done: 'No recibirá más recordatorios. Para cambiarlo, llámenos o responda a uno de nuestros mensajes.',
    unknownTitle: 'Este enlace no funciona',
    unknown:
      'Puede que se haya cortado por el camino. Para no recibir más recordatorios, responda ALTO a uno de nuestros mensajes o llámenos.',
  },
};
