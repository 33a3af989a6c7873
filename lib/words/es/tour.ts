import type { Words } from '../words.ts';

export const tour: Words['tour'] = {
  title: 'Cinco minutos por Recourse',
  lead: 'Aquí todas las personas son inventadas: pruebe lo que quiera. Cada parada se abre en su lugar; regrese con el botón Atrás del navegador.',
  start: 'Hacer el recorrido',
  open: 'Abrir',
  openLabel: (title) => `Abrir: ${title}`,
  stops: {
    today: {
      title: 'Empiece por Hoy',
      text: 'Cada línea es un plazo dicho en una frase, con lo único que hay que hacer. Lo vencido va primero; lo que deben otros, aparte.',
    },
    rail: {
      title: 'Lea un caso en cinco segundos',
      text: 'El plan de Rosario respondió tarde. La línea está dibujada a escala: arriba el tiempo del plan, abajo el de ella, con la marca de hoy y el último día seguro.',
    },
    proof: {
      title: 'Pregúntele a una fecha por qué',
      text: 'Toda fecha, en cualquier página, abre su prueba: qué la empezó, cada paso de la cuenta, la ley y qué tan seguros estamos de ella, y las otras lecturas.',
    },
    decision: {
      title: 'Registre una carta',
      text: 'Digamos que el plan de Nadia respondió. Escriba una fecha, como “ayer”, y elija qué dijo el plan: junto al formulario está lo que va a cambiar, antes de guardar.',
    },
    urgent: {
      title: 'Vea lo que no puede esperar',
      text: 'El caso de Duc es urgente: el plan tiene tres días, y él no tiene que esperarlos. El encabezado lo dice, y también cómo comunicarse con él sin riesgo.',
    },
    papers: {
      title: 'Vea lo que falta todavía',
      text: 'La lista dice qué lleva la solicitud de Rosario, por qué, y cómo conseguirlo. El paquete lo pone en orden y llena el formulario.',
    },
    handover: {
      title: 'Entregue un caso',
      text: 'El resumen es una página: la historia, los plazos con su razón, lo prometido y lo que falta. La tarjeta que lo acompaña es para Rosario.',
    },
    find: {
      title: 'Encuentre cualquier cosa',
      text: 'Oprima / y escriba tres letras de un nombre, un número o una palabra de una nota; no importa si hay un error. Ctrl K, o Cmd K, abre todas las acciones; ? muestra las teclas.',
    },
    team: {
      title: 'Cuide al equipo',
      text: 'A quién se le va a pasar algo, quién tiene demasiado y qué casos no tiene nadie. Muévalos después de un ensayo.',
    },
  },
};
