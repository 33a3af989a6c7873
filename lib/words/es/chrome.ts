import type { Words } from '../words.ts';

export const chrome: Words['chrome'] = {
  skip: 'Ir al contenido principal',
  find: 'Buscar un cliente o un caso',
  newCase: 'Caso nuevo',
  main: 'Principal',
  morePlaces: 'Más lugares',
  account: (initials, name) => `${initials}: ${name}, cuenta`,
  places: {
    today: 'Hoy',
    cases: 'Casos',
    team: 'Equipo',
    reminders: 'Recordatorios',
    plans: 'Planes',
    review: 'Revisión',
    rules: 'Reglas',
    people: 'Personas',
    audit: 'Auditoría',
    settings: 'Ajustes',
  },
  yourAccount: 'Su cuenta',
  addAuthenticator: 'Añadir un autenticador: aplazado en esta prueba',
  retention: 'Conservación y borrado',
  mailbox: 'Buzón de este equipo',
  signOut: 'Cerrar sesión',
};
