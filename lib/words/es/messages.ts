import type { Words } from '../words.ts';

export const messages: Words['messages'] = {
  title: 'Enviar un mensaje al cliente',
  what: 'Qué dice el mensaje',
  kinds: {
    'call-us': 'Por favor, llámenos',
    'send-papers': 'Por favor, envíenos documentos',
    'papers-sent': 'Enviamos los documentos',
    news: 'Hay novedades',
    'still-waiting': 'Seguimos esperando',
  },
  bars: {
    'no-address': {
      message: 'No hay ninguna dirección de correo electrónico del cliente.',
      remedy: 'Llámelo, o agregue la dirección a los datos del cliente.',
    },
    'no-consent': {
      message: 'El cliente no ha dado su consentimiento para recibir correos.',
      remedy: 'Llámelo. Cuando acepte, registre el día y de qué manera lo hizo.',
    },
    'consent-withdrawn': {
      message: 'El cliente retiró su consentimiento para recibir correos.',
      remedy: 'En su lugar, llámelo.',
    },
    suppressed: {
      message:
        'Los correos a esta dirección fueron devueltos o denunciados, así que ya no se envía nada allí.',
      remedy: 'Comuníquese con el cliente de otra manera.',
    },
    stopped: {
      message: 'El cliente pidió no recibir más mensajes de este tipo; lo esencial se sigue enviando.',
      remedy: 'En su lugar, llámelo. Aún se le puede avisar que se enviaron documentos o que hay novedades.',
    },
    'no-language': {
      message: 'Todavía no hay un texto en el idioma del cliente.',
      remedy: 'Llámelo, con un intérprete si hace falta.',
    },
    'same-today': {
      message: 'Hoy ya se envió el mismo mensaje a esta dirección, o está por enviarse.',
      remedy: 'Elija otro, o llámelo.',
    },
  },
  to: (address) => `Para ${address}`,
  inLanguage: (language) => `${language}, como lo lee el cliente`,
  inEnglish: 'Lo mismo en inglés',
  subject: 'Asunto',
  notReviewed: 'Nadie que lea este idioma ha revisado aún el texto.',
  goesNow: 'Sale dentro de cinco minutos.',
  goesAt: (moment) => `La oficina está cerrada. Sale el ${moment}.`,
  whatBecomes: 'Lo que suceda con él aparece en la cronología y en la página de todos los recordatorios.',
  howMuch: {
    neutral: 'No dice nada del caso, como eligió el cliente.',
    standard: 'Dice el nombre y que hay un caso, como aceptó el cliente.',
    detailed: 'Dice también el plan, como aceptó el cliente.',
  },
  send: 'Enviar',
  back: 'Volver al caso',
  call: 'Mejor registrar una llamada',
  waiting: 'Por enviarse',
  waits: (moment, by) => `sale el ${moment}, enviado por ${by}`,
  triesAgain: (moment, by) =>
    `no se pudo entregar, aunque quizás haya llegado; se reintenta el ${moment}, enviado por ${by}`,
  takeBack: 'Retirarlo',
  gone: {
    message: 'Este mensaje ya está en camino, o fue retirado.',
    remedy: 'La página de todos los recordatorios dice qué fue de él.',
  },
  sentByHand: 'Enviados a mano',
};
