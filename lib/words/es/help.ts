import type { Words } from '../words.ts';

export const help: Words['help'] = {
  title: 'Ayuda',
  lead: 'Respuestas cortas sobre negaciones en California, cada una con dónde se dice y qué tan seguros estamos.',
  about: (title) => `Ayuda: ${title}`,
  laws: 'Dónde se dice',
  lawsLead: 'Lo que dice cada norma o página, con nuestras palabras, y cuándo la comparamos por última vez.',
  checked: (day) => `comparado el ${day}`,
  otherwise: 'Tal vez leyó otra cosa',
  otherwiseLead:
    'Aquí no coinciden la ley y algunas páginas muy leídas. Esto dice cada una, y esto usa Recourse.',
  saysPopular: 'Se puede leer',
  saysLaw: 'La ley',
  weUse: 'Recourse',
  legal: 'Información general sobre la ley de California; no es consejo legal.',
  more: 'Más ayuda',
  all: 'Toda la ayuda',
  keys: 'Teclado',
  keysLead: 'Oprima ? en cualquier página para ver todas las teclas.',
  tour: 'Recorrido de cinco minutos por la oficina de muestra',
  calculator: 'Calculadora de plazos',
  calculatorLead: 'Para fechas sin caso; los clientes también pueden usarla.',
  sources: {
    'older-dmhc-page': 'Una página más antigua del DMHC sobre la IMR',
    'dmhc-file-page': 'dmhc.ca.gov, presentar una queja',
    'dmhc-form': 'Formulario DMHC 20-224 (rev. 01/20)',
    'published-decisions': 'Decisiones de IMR publicadas, de 2001 a 2023',
    'cdi-guide': 'insurance.ca.gov, guía de la IMR',
    'recommended-care': 'H&S 1374.30(j)(1)',
    'missing-papers': '28 CCR 1300.74.30, sobre solicitudes incompletas',
    'daily-penalty': 'H&S 1374.34(b)',
    'both-ways': 'Aviso de derechos de un plan de Medi-Cal',
  },
  sourceSays: {
    'older-dmhc-page':
      'La IMR es una revisión de médicos ajenos al plan, sin costo, para lo negado por no ser necesario, por experimental, o de emergencia ya recibida.',
    'dmhc-file-page':
      'Un solo formulario sirve para una queja y para una IMR; el departamento decide cuál es.',
    'dmhc-form':
      'El departamento dice que una IMR se decide por lo general en 45 días, y una urgente en siete.',
    'published-decisions':
      'De 34,560 decisiones publicadas, la mitad tardó 55 días o más entre la revisión y la adopción.',
    'cdi-guide':
      'La revisión no le cuesta nada al asegurado; el departamento comprueba si procede y pasa el caso al revisor.',
    'recommended-care':
      'Un proveedor recomendó la atención, o el miembro recibió atención de emergencia que un proveedor consideró necesaria, o lo vio un proveedor del plan.',
    'missing-papers':
      'El departamento dice cómo completar la solicitud, y no la rechaza por falta de documentos de apoyo.',
    'daily-penalty':
      'El plan que no cumple una decisión debe una multa de al menos $5,000 por día. Leído en un texto de 2019.',
    'both-ways':
      'La IMR no detiene los 120 días para pedir una audiencia estatal: pida las dos lo antes posible.',
  },
  topics: {
    imr: {
      title: 'Qué es una IMR',
      lead: 'Una Revisión Médica Independiente: médicos ajenos al plan miran otra vez su negación.',
      statements: {
        what: 'Médicos que no son parte del plan revisan la negación. Si la anulan, el plan tiene que dar el servicio o pagarlo.',
        free: 'No le cuesta nada al cliente.',
        asks: 'El cliente la pide al departamento que regula el plan, no al plan.',
        medical:
          'Decide cuestiones médicas. Si el contrato cubre o no un servicio es una cuestión de cobertura, y el departamento la ve como queja.',
        arbiter: 'Solo el departamento dice cuál de las dos es una negación. En la duda, pida la IMR.',
        binds:
          'La decisión obliga al plan. Nada de lo que leímos acaba con lo que el cliente aún puede hacer en los tribunales.',
      },
    },
    'who-qualifies': {
      title: 'Quién puede pedir una IMR',
      lead: 'Tres clases de negación; casi siempre después de que el plan pudo responder.',
      statements: {
        necessity:
          'Atención negada, cambiada o demorada por no ser médicamente necesaria, en todo o en parte. Basta con que esa sea una de las razones.',
        experimental:
          'Tratamiento negado por experimental, para una enfermedad grave, con la certificación de un médico y las pruebas que la ley nombra. No hace falta una queja antes.',
        emergency:
          'Atención de emergencia o urgente ya recibida que el plan no quiere pagar. Presente también la queja: es dudoso que se pueda omitir.',
        recommended: 'Alguien que trata al cliente recomendó la atención, o lo vio por esa enfermedad.',
        answered:
          'El plan mantuvo su negación al responder a la queja. Un sí a medias deja abierto el resto.',
        silent:
          'O el plan dejó pasar 30 días, tres si la queja era urgente. El silencio abre la misma puerta que un no.',
        urgent:
          'En un caso urgente nadie tiene que esperar al plan: dolor intenso, o peligro para la vida, un miembro o una función importante del cuerpo.',
        compelling: 'El departamento también puede quitar la espera en un caso extraordinario y de peso.',
        coverage:
          'Un servicio que el contrato excluye no da derecho a una IMR. Pedirla de todos modos la convierte enseguida en queja.',
        elsewhere:
          'Los planes en que el empleador paga él mismo van a una revisión externa federal, y Medicare tiene sus propias apelaciones.',
      },
    },
    regulator: {
      title: 'Qué hará el regulador',
      lead: 'Desde el día en que llega la solicitud hasta el día en que el plan tiene que actuar.',
      statements: {
        form: 'El DMHC tiene un solo formulario para quejas e IMR, y decide él mismo por dónde va la solicitud.',
        accepts:
          'Acepta o rechaza una solicitud completa en siete días calendario, o en 48 horas si es urgente.',
        incomplete: 'Si falta algo, dice qué. Mande lo que haya: los papeles pueden venir después.',
        refuses: 'Si ve que no cabe una IMR, trata la solicitud como queja y tiene 30 días para responder.',
        records:
          'Avisa al plan, que tiene tres días hábiles para mandar los expedientes al revisor, o 24 horas si hay una amenaza inminente.',
        decides:
          'El revisor tiene 30 días desde la solicitud y los expedientes, tres si es urgente; el director puede añadir hasta tres.',
        usually:
          'Espere más: el DMHC habla de 45 días, y la mitad de las decisiones publicadas tardó 55 o más.',
        adopts: 'El director adopta lo que decidió el revisor, y la decisión escrita obliga al plan.',
        implements:
          'El plan autoriza la atención, o la paga, dentro de cinco días hábiles de la decisión escrita.',
        penalty: 'El plan que no lo hace debe una multa por cada día.',
        insurance: 'El Departamento de Seguros hace lo mismo con las aseguradoras, según sus propias leyes.',
      },
    },
    'plan-first': {
      title: 'Primero, el proceso del plan',
      lead: 'Por qué casi todos los casos empiezan con una queja, y cuándo no hace falta.',
      statements: {
        window:
          'El miembro tiene al menos 180 días desde el hecho para presentar una queja; en Medi-Cal, 60 días para apelar.',
        acknowledges:
          'El plan confirma por escrito en cinco días que la recibió, con una persona a quien llamar.',
        resolves:
          'La resuelve dentro de 30 días de recibirla, tres si es urgente. Los fines de semana y feriados cuentan.',
        receipt: 'Los días del plan corren desde que recibió la queja. Pida una prueba de ese día.',
        provision: 'El departamento no puede pedir más de 30 días en el proceso del plan.',
        skipped: 'No hace falta una queja si se negó por experimental, ni en casos urgentes.',
      },
    },
    'six-months': {
      title: 'El último día para pedir la IMR',
      lead: 'Seis meses, pero ¿desde cuándo? Recourse trabaja con la fecha más temprana de todas las lecturas.',
      statements: {
        from: 'Los seis meses corren desde cualquiera de los hechos que abren la IMR: el plan mantiene su negación, o se acaban sus días para responder.',
        silence:
          'Si el plan calla o tarda, empiezan cuando terminó su tiempo, aunque después llegue una carta.',
        readings:
          'El reglamento cuenta desde la respuesta escrita. Si eso da una fecha posterior, se muestra junto a la segura.',
        months:
          'Un mes es un mes del calendario: desde el 31 de agosto, seis meses terminan el último día de febrero.',
        weekend:
          'Si el último día cae en fin de semana o feriado, puede pasar al siguiente día hábil. Recourse lo muestra y no se fía de ello.',
        late: 'Después del último día, pídala de todos modos y diga por qué: el departamento todavía puede aceptarla.',
      },
    },
    'medi-cal': {
      title: 'Medi-Cal: la IMR y la audiencia estatal',
      lead: 'Dos caminos que no se esperan el uno al otro.',
      statements: {
        appeal:
          'Primero va la apelación al plan: dentro de 60 días del aviso, y el plan tiene 30 días, o 72 horas si es urgente.',
        keep: 'Los servicios siguen si el cliente lo pide dentro de 10 días del aviso, o antes de que empiece el recorte.',
        hearing:
          'La audiencia estatal se pide dentro de 120 días de la respuesta del plan, o cuando pasaron sus 30 días.',
        late: 'Con una buena causa se puede pedir después, pero nunca pasados 180 días.',
        both: 'La IMR no detiene los días de la audiencia. Pida las dos lo antes posible.',
        order: 'Si una audiencia ya trató la disputa, no hay IMR. Pida primero la IMR.',
      },
    },
  },
};
