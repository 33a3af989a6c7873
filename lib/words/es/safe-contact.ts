import type { Words } from '../words.ts';

export const safeContact: Words['safeContact'] = {
  languages: {
    en: 'Inglés',
    es: 'Español',
    zh: 'Chino',
    vi: 'Vietnamita',
    ko: 'Coreano',
    tl: 'Tagalo',
    hy: 'Armenio',
    ar: 'Árabe',
    fa: 'Persa',
    hmn: 'Hmong',
    ru: 'Ruso',
    km: 'Jemer',
    other: 'Otro idioma',
  },
  hours: (hours) => `Llamar: ${hours}`,
  noVoicemail: 'Sin mensajes de voz',
  noVoicemailNoName: 'Sin mensajes de voz y sin decir quiénes somos',
  voicemail: 'Se puede dejar mensaje de voz',
  voicemailBut: 'Mensaje de voz: ',
  voicemailNameless: 'sin nombre, sin tema',
  texts: 'Se pueden mandar mensajes de texto',
  paperMail: 'Se puede mandar correo postal',
  email: {
    neutral: 'Se puede escribir por correo electrónico, sin decir nada del caso',
    standard: 'Se puede escribir por correo electrónico, con el nombre y que hay un caso',
    detailed: 'Se puede escribir por correo electrónico, con el plan y el paso',
  },
  never: { texts: 'mensajes de texto', paperMail: 'correo postal', email: 'correo electrónico' },
  no: (ways) =>
    `Sin ${ways.length < 2 ? ways.join('') : `${ways.slice(0, -1).join(', ')} ni ${ways.at(-1)}`}`,
};
