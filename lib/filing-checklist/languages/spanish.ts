import type { ListWords } from '../client-items.ts';

export const spanish: ListWords = {
  review: { by: 'authors', note: 'Written by the authors; no native speaker has read it yet.' },
  title: 'Papeles que necesitamos de usted',
  intro: 'Por favor, tráiganos o envíenos una copia de cada uno:',
  details: {
    birthOn: 'Su fecha de nacimiento',
    address: 'Su dirección',
    phone: 'Su número de teléfono',
  },
  items: {
    'member-number': 'Su número de miembro: está en su tarjeta',
    'membership-card': 'Su tarjeta de miembro, por los dos lados',
    'denial-letter': 'La carta en la que su plan dijo que no',
    grievance: 'Su queja ante su plan',
    'plan-response': 'La respuesta de su plan a su queja',
    'grievance-receipt':
      'Lo que muestra el día en que su plan recibió su queja, como su carta o un recibo de fax o de correo',
    'medical-necessity-letter': 'Una carta en la que su médico dice por qué necesita lo que le negaron',
    'outside-records': 'Expedientes y resultados de médicos y hospitales que no son de su plan',
    'urgency-certification': 'Una nota, firmada por su médico, de que es urgente',
    'experimental-certification': 'Un formulario que firma su médico: pídanoslo',
    'scientific-documents': 'Dos artículos médicos que apoyan su solicitud: pídalos a su médico',
    bills: 'Facturas y recibos, con los días en que recibió atención',
    'authorized-assistant-form':
      'Su firma en el formulario que nos permite hablar por usted: lo tenemos aquí',
    'representative-authority': 'El poder notarial, u otro papel, que permite que alguien firme por usted',
    'release-signature': 'Su firma en la solicitud: la tenemos aquí',
  },
  nothing: 'Ya tenemos todo lo que necesitamos de usted. Gracias.',
  copies: 'Dénos solo copias y guarde los originales. Lo que se envía no se devuelve.',
  soon: 'Traiga lo que tenga ahora. Lo demás puede venir después.',
  lastDay: (day) => `El último día para enviar todo es el ${day}.`,
  call: (phone) => `¿Preguntas? Llámenos al ${phone}.`,
};
