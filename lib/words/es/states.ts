import type { Words } from '../words.ts';

export const states: Words['states'] = {
  today: 'Ir a Hoy',
  cases: 'Ir a la lista de casos',
  error: {
    heading: 'Algo salió mal',
    title: 'Esta página no se pudo mostrar.',
    again: 'Intentar otra vez',
    today: 'Ir a Hoy',
    saved: 'Si estaba guardando algo, abra el caso para ver si quedó registrado.',
    found: 'Quien cuida de Recourse encuentra esta falla en el registro como',
    offline: 'No hay conexión. Cuando vuelva, inténtelo otra vez: lo que escribió se conserva.',
  },
  notFound: {
    heading: 'No se encontró',
    title: 'Aquí no hay nada.',
    text: 'Puede que la dirección esté mal escrita, o que sea de algo que su oficina no tiene.',
    look: 'Buscar en la lista de casos',
  },
  forbidden: {
    heading: 'No es parte de su función',
    title: 'Su función no incluye esta página.',
    text: 'Pida a un supervisor que lo haga, o a un administrador que cambie su función.',
  },
  caseNotFound: {
    heading: 'Caso no encontrado',
    title: 'Este caso no está entre los de su oficina.',
    text: 'Puede que el enlace esté cortado, o que lleve a un caso de otra oficina o a una fecha que el caso no tiene. Busque el nombre del cliente o el número del caso.',
  },
  erased: {
    heading: (number) => `El caso ${number} fue borrado`,
    title: (number, day, who) => `El caso ${number} fue borrado el ${day} por ${who}.`,
    text: 'Su tiempo de conservación había terminado. Quedan su número, quién lo borró y cifras sin nombre ni fecha.',
  },
};
