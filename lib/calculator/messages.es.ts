import { dayOfMonth, daysInMonth, type LocalDate, monthOf, yearOf } from '../calendar/local-date.ts';
import type { Outcome } from '../deadlines/facts.ts';
import type { OwnLimitRule, PlannedStep } from '../deadlines/planned-steps.ts';
import { spanishDates as dates } from './dates.ts';
import { spanishParaphrases } from './paraphrases.es.ts';
import type { Headline, Sentence, Voice, Words } from './words.ts';

const plan = ({ isInsurer }: Voice) => (isInsurer ? 'aseguradora' : 'plan');
const thePlan = ({ isInsurer }: Voice) => (isInsurer ? 'la aseguradora' : 'el plan');
const ofThePlan = ({ isInsurer }: Voice) => (isInsurer ? 'de la aseguradora' : 'del plan');
const grievance = ({ isAppeal }: Voice) => (isAppeal ? 'apelación' : 'queja');
const toDepartment = ({ isInsurer }: Voice) =>
  isInsurer ? 'al Departamento de Seguros' : 'al Centro de Ayuda del DMHC';
const numbers: Readonly<Record<number, string>> = {
  3: 'tres',
  4: 'cuatro',
  5: 'cinco',
  6: 'seis',
  7: 'siete',
};
const inWords = (count: number) => numbers[count] ?? String(count);
const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const listed = (items: readonly string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} y ${items.at(-1)}`;

export const spanish: Words = {
  language: 'es',
  dates,

  page: {
    calculator: 'Calculadora de plazos',
    signIn: 'Entrar',
    language: 'Idioma',
    title: '¿Cuándo se le acaba el plazo?',
    lead: 'Para negaciones de planes de salud en California. Diga qué pasó y cuándo; deje en blanco lo que no sepa. Verá cada fecha, por qué es esa y qué hacer.',
    legal:
      'Información general sobre la ley de California; no es consejo legal. No se guarda nada de lo que escribe.',
    everyDate: 'Cada fecha y su porqué',
    everyDateLead: 'Abra una fecha para ver cómo se contó y qué ley lo dice.',
    whatNext: 'Qué hacer ahora',
    nothingNext: 'Por ahora no tiene que hacer nada.',
    otherwise: 'Tal vez leyó otra cosa',
    otherwiseLead:
      'Aquí no coinciden la ley y algunas páginas muy leídas. Esto dice cada una, y esto usamos nosotros.',
    saysPopular: 'Se puede leer',
    saysLaw: 'La ley',
    weUse: 'Usamos',
    toldUs: 'Lo que usted nos dijo',
    change: 'Cambiar',
    changeAnswers: 'Cambie sus respuestas',
    freeHelp: 'Ayuda gratis',
    danger:
      '¿Tiene un dolor intenso o está en peligro? No tiene que esperar ninguna de estas fechas. Llame al Centro de Ayuda.',
    dangerNow: 'Usted dijo que esperar es peligroso. No espere ninguna de estas fechas: llame ahora.',
    print: 'Imprimir',
    addToCalendar: 'Agregar al calendario',
    askForReview: 'Pedir la revisión',
    fileComplaint: 'Presentar la queja',
    askForHearing: 'Pedir la audiencia',
    compute: 'Ver mis fechas',
    computeAgain: 'Ver mis fechas otra vez',
    lawSays: 'Qué ley lo dice',
    checked: 'última comprobación',
    interface: 'Para programas: lo mismo por HTTP (en inglés)',
    moreDates: '¿Ya pidió una revisión, una audiencia o presentó una queja al departamento?',
    moreDatesLead: 'Cada fecha añade los plazos del departamento, del revisor y del plan.',
    noDates: 'Con lo que nos dijo todavía no se puede contar ninguna fecha.',
    ifLate:
      'Si se le pasó el plazo, solicite de todos modos y diga por qué: el departamento todavía puede aceptarlo.',
    laterReading: 'Es otra lectura de la ley. La fecha anterior es la segura.',
    computedOn: (on) => `Calculado el ${dates.long(on)}.`,
    anotherReading: (on) => `Otra lectura: ${dates.medium(on)},`,
    doNotRely: 'No confíe en ella.',
  },

  sections: {
    danger: { title: '¿Es urgente?' },
    coverage: { title: 'Su cobertura', detail: 'De ella depende qué ley cuenta.' },
    denial: { title: 'La negación' },
    grievance: {
      title: 'Su queja o apelación',
      detail: 'Lo que usted le mandó al plan porque no está de acuerdo.',
    },
    answer: { title: 'La respuesta del plan' },
    review: { title: 'Después' },
  },
  questions: {
    danger: {
      short: '¿En peligro ahora?',
      label:
        '¿Esperar podría causar un dolor intenso, o costar la vida, un miembro o una función importante del cuerpo?',
    },
    program: { short: 'Su cobertura', label: '¿Qué tipo de cobertura es?' },
    regulator: {
      short: 'Quién la regula',
      label: '¿Qué departamento nombra su tarjeta o el folleto de su plan?',
    },
    serviceCoveredBy: { short: 'Quién cubre el servicio', label: '¿Cuál de los dos cubre este servicio?' },
    unlicensed: {
      short: 'Plan de condado sin licencia',
      label:
        'Mi plan de Medi-Cal es CalOptima, CenCal, Central California Alliance, Gold Coast o Partnership',
      hint: 'Estos planes de condado no necesitan licencia para Medi-Cal, así que el departamento no puede revisarlos. Las listas cambian: pregúntele al plan.',
    },
    basis: {
      short: 'Por qué se negó',
      label: '¿Por qué dijo que no el plan?',
      hint: 'Todas las razones que da la carta; ninguna si no lo sabe.',
    },
    serviceReceived: { short: 'Atención ya recibida', label: 'Ya recibí la atención; se trata de la cuenta' },
    denialLetterOn: {
      label: 'Fecha de la carta de negación',
      hint: 'Como la escribiría: 5 de junio de 2026, o 6/5/26 con el mes primero.',
    },
    denialReceivedOn: { short: 'Negación recibida', label: 'El día en que la recibió' },
    servicesEndOn: {
      short: 'Fin de sus servicios',
      label: 'El día en que se recortan o terminan sus servicios',
      hint: 'Solo si los recibe ahora. Esta fecha puede estar en el futuro.',
    },
    grievanceFiledOn: { short: 'Queja o apelación mandada', label: 'El día en que la mandó' },
    grievanceReceivedOn: {
      short: 'El plan la recibió',
      label: 'El día en que el plan la recibió',
      hint: 'Está en la carta del plan, o pregúntele: desde ese día corre su plazo.',
    },
    urgentGrievance: { short: 'Pedida como urgente', label: 'Se pidió como urgente (acelerada)' },
    acknowledgedOn: {
      short: 'El plan confirmó que la recibió',
      label: 'El día en que el plan escribió que la recibió',
    },
    answer: { short: 'Su respuesta', label: '¿Qué respondió el plan?' },
    decisionLetterOn: { label: 'Fecha de la respuesta' },
    decisionReceivedOn: { short: 'Respuesta recibida', label: 'El día en que recibió la respuesta' },
    hearingRequestedOn: { label: 'Audiencia estatal pedida' },
    hearingHeldOn: { label: 'Audiencia estatal celebrada' },
    appliedOn: { label: 'Revisión Médica Independiente pedida' },
    applicationReceivedOn: { label: 'El departamento recibió la solicitud completa' },
    acceptedOn: { label: 'El departamento la aceptó' },
    rejectedOn: { label: 'El departamento la rechazó' },
    planNotifiedOn: { label: 'El plan recibió el aviso del departamento' },
    reviewerReceivedOn: { label: 'El revisor tuvo la solicitud y los expedientes' },
    determination: { short: 'Lo que decidió la revisión', label: '¿Qué decidió la revisión?' },
    determinedOn: { label: 'Fecha de la decisión' },
    determinationReceivedOn: { label: 'El plan recibió la decisión' },
    implementedOn: { label: 'El plan autorizó o pagó' },
    complaintReceivedOn: { label: 'El departamento recibió una queja' },
    complaintDecidedOn: { label: 'El departamento respondió a la queja' },
    externalFiledOn: { label: 'Revisión externa pedida' },
    externalReceivedOn: { label: 'El revisor externo recibió la solicitud' },
    externalDecidedOn: { label: 'El revisor externo decidió' },
  },
  optional: 'si lo sabe',
  programs: {
    commercial: { label: 'Por un empleo, por Covered California o comprada por mí' },
    'medi-cal': { label: 'Medi-Cal', detail: 'por medio de un plan de salud' },
    medicare: { label: 'Medicare' },
    'medicare-medi-cal': { label: 'Medicare y Medi-Cal' },
    'self-funded': {
      label: 'Mi empleador paga él mismo las cuentas',
      detail: 'la tarjeta dice “administered by” o “self-funded”',
    },
    other: { label: 'Otra cosa, o no lo sé' },
  },
  regulators: {
    DMHC: { label: 'Departamento de Atención Médica Administrada (DMHC)' },
    CDI: { label: 'Departamento de Seguros (CDI)' },
    none: { label: 'Ninguno de los dos' },
    unknown: { label: 'No lo sé' },
  },
  payers: { medicare: 'Medicare', 'medi-cal': 'Medi-Cal' },
  bases: {
    'medical-necessity': 'No es médicamente necesario',
    experimental: 'Es experimental o de investigación',
    'emergency-or-urgent': 'No era una emergencia ni atención urgente',
    'not-covered': 'Mi plan no lo cubre',
    other: 'Otra razón',
  },
  answers: {
    none: 'Todavía no responde',
    upheld: 'Mantiene la negación',
    'partly-overturned': 'Cede, pero solo en parte',
    overturned: 'Retira la negación',
  },
  determinations: {
    overturned: 'La negación cae',
    'partly-overturned': 'La negación cae en parte',
    upheld: 'La negación queda en pie',
  },
  yesNo: { yes: 'Sí', no: 'No' },
  cardHelp: {
    title: '¿Qué dice su tarjeta?',
    lines: [
      'El folleto del plan (Evidence of Coverage o Certificate) debe nombrar al departamento. “The California Department of Managed Health Care is responsible for regulating health care service plans” quiere decir DMHC.',
      'Las HMO, Kaiser, casi todos los planes de Covered California y los PPO de Blue Cross of California y de Blue Shield of California están con el DMHC.',
      'Una tarjeta que nombra una “Life & Health Insurance Company” suele querer decir el Departamento de Seguros. No lo hemos comprobado con una lista oficial.',
      '“Administered by” suele querer decir que el empleador paga él mismo las cuentas.',
      'Si no puede saberlo, dígalo: las fechas serán las del DMHC, que lo comprueba y envía a otro lado lo que no es suyo.',
    ],
  },

  problems: {
    title: (count) => (count === 1 ? 'Revise una respuesta' : `Revise ${count} respuestas`),
    kept: 'Todo lo que escribió sigue aquí.',
    howToType: 'Escríbala como 5 de junio de 2026, o como mes/día/año: 6/5/26.',
    unreadable: (label, typed) => `${label}: “${typed}” no es una fecha que podamos leer.`,
    missing: (label) => `${label} Elija una opción.`,
    answerWithoutDate: (label) => `${label}: falta, y sin ella no se puede contar nada desde la respuesta.`,
    dateWithoutAnswer: 'Dio una fecha. Diga cuál fue la respuesta.',
    before1990: (label, on) => `${label}: ${dates.medium(on)} es anterior a 1990. Revise el año.`,
    notYet: (label, on) =>
      `${label}: ${dates.medium(on)} todavía no llega. Revise la fecha o déjela en blanco.`,
    tooFarAhead: (label, on) => `${label}: falta más de un año para ${dates.medium(on)}. Revise el aviso.`,
    outOfOrder: (label, on, earlier, earlierOn) =>
      `${label}: ${dates.medium(on)} es antes de “${earlier}”, ${dates.medium(earlierOn)}. Una de las dos tiene que ser otra.`,
    contradicted: (label) =>
      `${label}: una solicitud rechazada no fue también aceptada o decidida. Deje lo que dice la carta.`,
  },

  parties: (party, voice) =>
    ({ client: 'usted', plan: `su ${plan(voice)}`, regulator: 'el departamento', reviewer: 'el revisor' })[
      party
    ],

  titles: {
    'ca.complaint.decide': () => 'Responder a su queja',
    'ca.grv.ack': (v) => `Avisarle que recibió su ${grievance(v)}`,
    'ca.grv.expedited.statement': () => 'Responder a su queja urgente',
    'ca.grv.file': () => 'Presentar una queja ante su plan',
    'ca.grv.resolve': () => 'Responder a su queja',
    'ca.imr.accept': () => 'Aceptar o rechazar su solicitud',
    'ca.imr.accept.expedited': () => 'Aceptar o rechazar su solicitud urgente',
    'ca.imr.deadline.decision': () => 'Pedir la revisión',
    'ca.imr.deadline.experimental': (v) =>
      `Pedir la revisión sin ${v.isAppeal ? 'apelar' : 'presentar una queja'}`,
    'ca.imr.deadline.lateLetter': () => 'Pedir la revisión, contando desde la respuesta tardía',
    'ca.imr.deadline.receipt': () => 'Pedir la revisión, contando desde que recibió la respuesta',
    'ca.imr.deadline.silence': () => 'Pedir la revisión',
    'ca.imr.decide': () => 'Decidir la revisión',
    'ca.imr.decide.exp': () => 'Decidir la revisión del tratamiento experimental',
    'ca.imr.decide.exp.fast': () => 'Decidir la revisión urgente del tratamiento experimental',
    'ca.imr.decide.expedited': () => 'Decidir la revisión urgente',
    'ca.imr.implement': () => 'Cumplir la decisión',
    'ca.imr.planDocs': () => 'Mandar sus expedientes al revisor',
    'ca.imr.planDocs.expedited': () => 'Mandar sus expedientes al revisor con urgencia',
    'cdi.imr.deadline': () => 'Pedir la revisión',
    'fed.appeal.decide': () => 'Responder a su apelación',
    'fed.appeal.file': (v) => `Presentar una apelación ante su ${plan(v)}`,
    'fed.ext.decide': () => 'Decidir la revisión externa',
    'fed.ext.file': () => 'Pedir la revisión externa',
    'mc.appeal.app': () => 'Apelar a tiempo para conservar sus servicios',
    'mc.appeal.decide': () => 'Responder a su apelación',
    'mc.appeal.decide.expedited': () => 'Responder a su apelación urgente',
    'mc.appeal.file': () => 'Presentar una apelación ante su plan',
    'mc.hearing.app': () => 'Pedir una audiencia estatal a tiempo para conservar sus servicios',
    'mc.hearing.file': () => 'Pedir una audiencia estatal',
    'mc.hearing.outer': () => 'Pedir una audiencia estatal tarde, con una buena causa',
  },
  statuses: {
    met: 'cumplido',
    late: 'tarde',
    moot: 'ya no importa',
    today: 'hoy',
    over: (days) => `pasó hace ${dates.count(days)}`,
    passed: 'ya pasó, sin fecha',
    on: (status, on, today) => `${status} ${dates.monthDay(on, today)}`,
  },
  headline: (headline, voice) => headlineText(headline, voice),
  step: (step, voice, isEmergency) => stepText(step, voice, isEmergency),

  proof: {
    trigger: (event, on, voice, outcome) => triggerText(event, on, voice, outcome),
    answerStarted: (on, v, isFiled) => ({
      lead: isFiled ? `Usted presentó su ${grievance(v)}` : `Su ${plan(v)} recibió su ${grievance(v)}`,
      rest: `el ${dates.medium(on)}. Ese día no se cuenta.`,
    }),
    answerDays: (days, end) => ({
      lead: `Más ${days} días calendario`,
      rest: `es el ${dates.medium(end)}. Los fines de semana y feriados cuentan, y el final no se mueve.`,
    }),
    silence: (end, isOver, v) =>
      isOver
        ? {
            lead: 'Ninguna respuesta tiene fecha de ese día o anterior.',
            rest: `El tiempo ${ofThePlan(v)} para responder terminó.`,
          }
        : {
            lead: 'Si para entonces no llega respuesta,',
            rest: `así corre su plazo desde el ${dates.medium(end)}.`,
          },
    calendarDays: (count, end) => ({
      lead: `Más ${count} días calendario`,
      rest: `es el ${dates.medium(end)}. El primer día no se cuenta; los fines de semana y feriados, sí.`,
    }),
    workingDays: (count, end, closures, hasWeekend) => {
      const left = hasWeekend ? [...closures, 'los fines de semana'] : closures;
      return {
        lead: `Más ${inWords(count)} días hábiles`,
        rest: `es el ${dates.medium(end)}. El primer día no se cuenta${left.length > 0 ? `; tampoco ${listed(left)}` : ''}.`,
      };
    },
    months: (count, end) => ({
      lead: `Más ${inWords(count)} meses del calendario`,
      rest: `es el ${dates.medium(end)}.`,
    }),
    clampedMonths: (count, end) => ({
      lead: `Más ${inWords(count)} meses del calendario:`,
      rest: `${dates.monthYear(end)} solo tiene ${daysInMonth(yearOf(end), monthOf(end))} días, así que cuenta el último, ${dates.medium(end)}. Es la lectura más temprana.`,
    }),
    nextMonth: (count, day, end) => ({
      lead: `Más ${inWords(count)} meses:`,
      rest: `ese mes no tiene día ${day}, así que cuenta el primero del siguiente, ${dates.medium(end)}.`,
    }),
    hoursAsDays: (hours, end) => ({
      lead: `Más ${hours} horas`,
      rest: `es el ${dates.medium(end)}: sin saber la hora, ${hours === 24 ? 'cuenta un día entero' : `cuentan ${inWords(hours / 24)} días enteros`}.`,
    }),
    servicesEnd: (on, isLater, counted) =>
      isLater
        ? {
            lead: `Sus servicios terminan después, el ${dates.medium(on)}.`,
            rest: 'Cuenta el último de los dos días.',
          }
        : {
            lead: `Sus servicios terminan el ${dates.medium(on)}, no después.`,
            rest: `Cuenta el último de los dos días, ${dates.medium(counted)}.`,
          },
    movedByLaw: (_, to, dayOff) => ({
      lead: `Es ${dayOff},`,
      rest: `y aquí la regla misma lo pasa al ${dates.medium(to)}.`,
    }),
    workingDay: { lead: 'Es día hábil,', rest: 'así que nada se mueve.' },
    rolled: (_, to, dayOff) => ({
      lead: `Es ${dayOff}.`,
      rest: `El siguiente día hábil, ${dates.medium(to)}, quizá todavía esté a tiempo. No confíe en ello.`,
    }),
    extended: (until) => ({
      lead: 'El departamento puede añadir hasta tres días,',
      rest: `hasta el ${dates.medium(until)}.`,
    }),
    unreviewed: (calendar, years) => ({
      lead: 'Sin revisar todavía:',
      rest: `los ${calendar === 'federal' ? 'feriados federales' : 'cierres de oficinas del estado'} de ${listed(years.map(String))}. Los calculamos; compruébelos antes de confiar en esta fecha.`,
    }),
    unchecked: (laws) => ({
      lead: 'Sin comprobar todavía:',
      rest: `el texto de ${listed(laws)}. Lo anotamos de conocimiento general.`,
    }),
    dayOff: (closure, on) => (closure === null ? (dates.long(on).split(',')[0] ?? '') : closureName(closure)),
    closure: closureName,
    monthGrid: ({ month, notCounted, counted, last, today, closed }) =>
      [
        `${capitalized(dates.monthYear(month))}.`,
        notCounted ? `El ${dayText(notCounted)} empieza la cuenta y no se cuenta.` : '',
        counted > 0 ? `${counted === 1 ? 'Se cuenta 1 día' : `Se cuentan ${counted} días`}.` : '',
        last ? `El ${dayText(last)} es el último día.` : '',
        today ? `Hoy es ${dayText(today)}.` : '',
        closed.length > 0 ? `Las oficinas del estado cierran el ${listed(closed.map(dayText))}.` : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    monthCount: (count) => `${count} meses`,
    dayCount: (count, isWorkingDays) => `${count} días ${isWorkingDays ? 'hábiles' : 'calendario'}`,
    monthCountLabel: (from, end, months) =>
      `Meses del calendario desde el ${dayText(from)}: ${months.join(', ')}. La cuenta termina el ${dayText(end)}.`,
    dayCountLabel: (rows) =>
      `Días contados al final de cada mes: ${rows.map(({ text, number }) => `${text} ${number}`).join(', ')}.`,
    noSuchDay: (day) => `sin día ${day}`,
  },

  readings: {
    'ca.imr.deadline.decision': 'seis meses desde la respuesta del plan.',
    'ca.imr.deadline.silence': 'seis meses desde el fin de los días del plan para responder.',
    'ca.imr.deadline.lateLetter': 'seis meses desde la respuesta tardía del plan.',
    'ca.imr.deadline.receipt': 'seis meses desde el día en que usted recibió la respuesta.',
    'ca.imr.deadline.experimental': 'seis meses desde la carta de negación.',
    'cdi.imr.deadline': 'seis meses desde un hecho posterior que el Código de Seguros puede querer decir.',
  },
  certainty: {
    verified: 'leído en el texto oficial',
    'verified-secondary': 'leído en una fuente que lo cita',
    'from-memory': 'aún sin comparar con el texto oficial',
  },
  paraphrase: (provision) => spanishParaphrases[provision],
  disagreements: {
    'six-months-from-the-denial-letter': {
      popular: 'La solicitud vence seis meses después de la fecha de la carta de negación.',
      legal:
        'Los seis meses corren desde que el plan mantiene su decisión sobre la queja, o desde que pasó su tiempo para responder.',
      used: 'Contamos desde el primero de esos hechos, y desde la carta de negación solo cuando no hace falta una queja antes.',
    },
    'six-months-from-the-written-decision': {
      popular: 'La solicitud vence seis meses después de la decisión escrita del plan.',
      legal:
        'La ley también empieza los seis meses cuando el plan deja pasar sus 30 días; el reglamento habla de la respuesta escrita.',
      used: 'Usamos la fecha más temprana, porque está a tiempo en ambas lecturas, y mostramos la otra al lado.',
    },
    'late-means-lost': {
      popular: 'Los seis meses son estrictos: a quien se le pasan, se queda sin revisión.',
      legal: 'El departamento puede aceptar una solicitud tardía si las circunstancias lo justifican.',
      used: 'Mostramos la fecha como la segura y nunca damos el camino por cerrado: solicite de todos modos y diga por qué.',
    },
    'appeal-always-first': {
      popular: 'La revisión viene después de que el plan niega la apelación.',
      legal:
        'No hace falta respuesta después de 30 días de silencio, ni queja alguna si la atención se negó por experimental o el caso es urgente.',
      used: 'Abrimos la revisión el primer día en que algo de eso lo permite.',
    },
    'urgent-review-in-seven-days': {
      popular: 'Una revisión urgente se decide en siete días.',
      legal:
        'El revisor tiene tres días desde que recibe los expedientes. Siete días es lo que el departamento dice que se espere, con sus propios pasos.',
      used: 'Contamos los tres días, porque es lo que el revisor debe.',
    },
    'review-decided-in-thirty-days': {
      popular: 'Una revisión se decide en 30 días.',
      legal:
        'Los 30 días corren desde que el revisor tiene la solicitud y los expedientes. El departamento dice que se esperen unos 45 días en total.',
      used: 'Contamos desde que el revisor tiene ambas cosas. En las decisiones publicadas hasta 2023, la mitad tardó 55 días o más.',
    },
    'intake-in-five-days': {
      popular: 'El Centro de Ayuda manda una carta en cinco días.',
      legal: 'El reglamento da al departamento siete días calendario, o 48 horas si la solicitud es urgente.',
      used: 'Contamos los siete días o las 48 horas, porque son la regla vigente.',
    },
    'binding-on-both': {
      popular: 'La decisión obliga tanto al paciente como al plan.',
      legal:
        'La decisión obliga al plan. Nada de lo que leímos dice que termine con lo que el paciente aún puede hacer.',
      used: 'Decimos que obliga al plan, y nada más.',
    },
    'insurance-department-for-most-plans': {
      popular: 'El Departamento de Seguros regula la mayoría de los planes que no son HMO.',
      legal:
        'Muchos planes PPO, entre ellos los de Blue Cross of California y Blue Shield of California, están con el Departamento de Atención Médica Administrada.',
      used: 'Nos guiamos por la tarjeta y la Evidence of Coverage; si no se sabe, por el DMHC, que lo comprueba.',
    },
  },
  sources: {
    'question-and-answer-page': 'una página de preguntas y respuestas',
    'older-dmhc-page': 'una página más antigua del propio DMHC',
  },

  agencies: {
    DMHC: { name: 'Centro de Ayuda del DMHC' },
    CDI: { name: 'Departamento de Seguros' },
    'State Hearings': { name: 'División de Audiencias Estatales' },
    Ombudsman: { name: 'Defensor (Ombudsman) de Medi-Cal' },
    EBSA: {
      name: 'Departamento del Trabajo de EE. UU., Administración de Seguridad de Beneficios del Empleado',
      note: 'Para planes cuyo empleador paga él mismo las cuentas.',
    },
    HICAP: {
      name: 'Programa de Consejería sobre Seguros de Salud (HICAP)',
      note: 'Para apelaciones de Medicare.',
    },
    HCA: { name: 'Health Consumer Alliance', note: 'Ayuda local gratis, en su idioma.' },
  },
  contactLines: {
    tty: 'TTY',
    fax: 'Fax',
    hours: 'Horario',
    hoursOf: (hours) =>
      hours === 'Monday to Friday, 8 am to 6 pm' ? 'lunes a viernes, de 8 am a 6 pm' : hours,
  },
  contactChecked: { quoted: 'según lo citan otros', unchecked: 'aún sin comprobar con la agencia' },

  rail: {
    title: 'Sus fechas, dibujadas a escala',
    denied: 'Negación',
    received: 'El plan la recibió',
    saysNo: 'El plan dice que no',
    saysYes: 'El plan cede',
    saysPart: 'El plan cede en parte',
    applied: 'Revisión pedida',
    determined: 'Decisión',
    lastDay: 'último día',
    daysLeft: (days, title) => `Quedan ${dates.count(days)}: ${lowered(title)}`,
  },
  drawing: {
    today: 'Hoy',
    and: 'y',
    left: 'tiempo que queda',
    used: 'tiempo usado',
    readings: 'otras lecturas',
    letters: 'cartas',
    notDrawn: 'Sin dibujar',
    asText: 'Leer el dibujo como texto',
    columns: { date: 'Fecha', what: 'Qué', whose: 'De quién', result: 'Cómo va' },
  },

  calendar: {
    ownLimit: 'Último día seguro: mande su solicitud',
    lastChance: 'Último día de todos: mande su solicitud y diga por qué llega tarde',
    othersDuty: 'Le deben una respuesta',
    description: 'De la calculadora de plazos. Su página impresa dice de qué se trata.',
    fileName: 'fechas.ics',
  },
};

/** "9 de octubre" */
function dayText(date: LocalDate): string {
  return `${dayOfMonth(date)} de ${dates.months[monthOf(date) - 1]}`;
}

const closureNames: Readonly<Record<string, string>> = {
  "New Year's Day": 'el Año Nuevo',
  'Martin Luther King Jr. Day': 'el Día de Martin Luther King',
  "Presidents' Day": 'el Día de los Presidentes',
  "Washington's Birthday": 'el Día de los Presidentes',
  'March 31 state holiday': 'el feriado estatal del 31 de marzo',
  'Memorial Day': 'el Memorial Day',
  Juneteenth: 'el Juneteenth',
  'Independence Day': 'el Día de la Independencia',
  'Labor Day': 'el Día del Trabajo',
  'Columbus Day': 'el Día de Colón',
  'Veterans Day': 'el Día de los Veteranos',
  'Thanksgiving Day': 'el Día de Acción de Gracias',
  'the day after Thanksgiving': 'el día después de Acción de Gracias',
  'Christmas Day': 'la Navidad',
};

function closureName(englishName: string): string {
  const observed = ' (observed)';
  const isObserved = englishName.endsWith(observed);
  const name = isObserved ? englishName.slice(0, -observed.length) : englishName;
  return `${closureNames[name] ?? name}${isObserved ? ' (día de descanso)' : ''}`;
}

const reviewIsFree = (v: Voice) => `La revisión es gratis y su ${plan(v)} tiene que cumplir lo que decida.`;

function headlineText(headline: Headline, v: Voice): { title: string; lead: string } {
  switch (headline.is) {
    case 'file-imr':
      return {
        title: headline.isUrgent
          ? `Pida ya una Revisión Médica Independiente. El último día seguro es el ${dates.long(headline.by)}.`
          : `Ya puede pedir una Revisión Médica Independiente. Hágalo a más tardar el ${dates.long(headline.by)}.`,
        lead: `${sinceText(headline.rule, headline.from, v)} ${reviewIsFree(v)}${headline.hearingBy === null ? '' : ` También puede pedir una audiencia estatal, a más tardar el ${dates.long(headline.hearingBy)}.`}`,
      };
    case 'file-imr-late':
      return {
        title: `Pida hoy una Revisión Médica Independiente. La fecha segura era el ${dates.long(headline.by)}.`,
        lead:
          headline.until === null
            ? 'Diga por qué llega tarde. El departamento todavía puede aceptar una solicitud si las circunstancias lo justifican.'
            : `Diga por qué llega tarde. Otra lectura de la ley llega hasta el ${dates.long(headline.until)}, y el departamento puede aceptar una solicitud aún después.`,
      };
    case 'file-imr-at-any-time':
      return { title: 'Ya puede pedir una Revisión Médica Independiente.', lead: reviewIsFree(v) };
    case 'imr-opens':
      return {
        title: `Si su ${plan(v)} no responde, puede pedir una Revisión Médica Independiente desde el ${dates.long(headline.on)}.`,
        lead: `Si responde antes y mantiene la negación, puede pedirla desde ese día. ${reviewIsFree(v)}`,
      };
    case 'limit':
      return limitHeadline(headline.limit, dates.long(headline.by), headline.isLate, v);
    case 'file-grievance':
      return {
        title: `Primero, presente una ${grievance(v)} ante su ${plan(v)}.`,
        lead: 'Dé la fecha de la carta de negación y contamos cuánto tiempo tiene.',
      };
    case 'plan-has-time':
      return {
        title: `Su ${plan(v)} tiene su ${grievance(v)}. Averigüe qué día la recibió.`,
        lead: 'Desde ese día corre su tiempo para responder, y lo que sigue.',
      };
    case 'plan-answers':
      return headline.isLate
        ? {
            title: `Su ${plan(v)} tenía que responder a más tardar el ${dates.long(headline.by)}. Llame.`,
            lead: 'Pida la respuesta por escrito, con su fecha.',
          }
        : {
            title: `Su ${plan(v)} tiene que responder a más tardar el ${dates.long(headline.by)}.`,
            lead: 'Su respuesta, o su silencio, empieza los plazos que siguen.',
          };
    case 'imr-filed':
      return {
        title: 'Su Revisión Médica Independiente está en marcha.',
        lead: `${headline.on === null ? '' : `Usted la pidió el ${dates.long(headline.on)}. `}Abajo está lo que le deben el departamento, el revisor y ${thePlan(v)}, y para cuándo.`,
      };
    case 'imr-decided':
      return headline.outcome === 'upheld'
        ? {
            title: 'La revisión dejó en pie la negación.',
            lead: 'Pida ayuda gratis: puede que todavía tenga otros caminos.',
          }
        : {
            title:
              headline.outcome === 'overturned'
                ? `La revisión le dio la razón. Su ${plan(v)} tiene que cumplirla.`
                : `La revisión le dio la razón en parte. Su ${plan(v)} tiene que cumplirla.`,
            lead: `Si no pasa nada, llame ${toDepartment(v)}.`,
          };
    case 'plan-overturned':
      return {
        title: `Su ${plan(v)} retiró la negación.`,
        lead: 'No queda nada que revisar. Compruebe que de verdad autorice o pague la atención.',
      };
    case 'imr-rejected':
      return {
        title: 'El departamento no la tomó como revisión.',
        lead: v.isInsurer
          ? 'La disputa puede seguir allí como queja.'
          : 'Ahora cuenta como queja, sin presentar nada más.',
      };
    case 'complaint':
      return {
        title: `Esto va ${toDepartment(v)} como queja.`,
        lead: 'Una negación que es solo de cobertura no va a una Revisión Médica Independiente. El departamento dice al final cuál es, así que dígalo si un médico cree necesaria la atención.',
      };
    case 'hearing-held':
      return {
        title: 'La audiencia estatal ya se celebró.',
        lead: 'Eso cierra el camino a una Revisión Médica Independiente de la misma disputa.',
      };
    case 'external-filed':
      return {
        title: 'Su revisión externa está en marcha.',
        lead: 'Abajo está lo que le deben, y para cuándo.',
      };
    case 'medicare':
      return {
        title: 'Medicare tiene sus propias apelaciones.',
        lead: 'El aviso dice cómo apelar y para cuándo. No contamos fechas de Medicare; hay consejeros gratis que sí.',
      };
    case 'unknown-regulator':
      return {
        title: 'Averigüe quién regula su cobertura.',
        lead: 'Sin eso no se puede contar ninguna fecha. Busque en la Evidence of Coverage, o llame al Centro de Ayuda y pregunte.',
      };
    case 'nothing-to-count':
      return {
        title: 'Dénos una fecha desde la cual contar.',
        lead: 'La fecha de la carta de negación, el día en que el plan recibió su queja o apelación, o el día en que usted recibió su respuesta.',
      };
  }
}

function sinceText(rule: string, from: LocalDate, v: Voice): string {
  const day = dayText(from);
  if (rule === 'ca.imr.deadline.experimental')
    return `Son seis meses después de la carta de negación del ${day}.`;
  if (rule === 'ca.imr.deadline.silence')
    return `Son seis meses después del ${day}, cuando terminó el tiempo ${ofThePlan(v)} para responder.`;
  if (rule === 'cdi.imr.deadline') return `Son seis meses después del ${day}, el primer día que cuenta.`;
  return `Son seis meses después de la carta ${ofThePlan(v)} del ${day}.`;
}

function limitHeadline(
  limit: OwnLimitRule,
  by: string,
  isLate: boolean,
  v: Voice,
): { title: string; lead: string } {
  const acts: Readonly<Record<OwnLimitRule, string>> = {
    'ca.grv.file': 'Presente una queja ante su plan',
    'mc.appeal.file': 'Presente una apelación ante su plan',
    'mc.appeal.app': 'Presente una apelación y pida que sus servicios sigan',
    'mc.hearing.file': 'Pida una audiencia estatal',
    'mc.hearing.outer': 'Pida una audiencia estatal y diga por qué llega tarde',
    'mc.hearing.app': 'Pida una audiencia estatal y que sus servicios sigan',
    'fed.appeal.file': `Presente una apelación ante su ${plan(v)}`,
    'fed.ext.file': 'Pida la revisión externa',
  };
  const leads: Readonly<Record<OwnLimitRule, string>> = {
    'ca.grv.file':
      'El plan tiene entonces 30 días para responder, tres si es urgente. Después se abre una Revisión Médica Independiente.',
    'mc.appeal.file':
      'El plan tiene entonces 30 días para responder. Después se abre una audiencia estatal y, con casi todos los planes, una Revisión Médica Independiente.',
    'mc.appeal.app': 'Diga que quiere que los servicios sigan mientras apela.',
    'mc.hearing.file': 'Un juez del estado le escucha; puede hablar por su cuenta o llevar a alguien.',
    'mc.hearing.outer': 'Después de ese día no se da ninguna audiencia.',
    'mc.hearing.app': 'Diga que quiere que los servicios sigan hasta la audiencia.',
    'fed.appeal.file': 'Primero va la apelación; después viene una revisión de alguien independiente.',
    'fed.ext.file': 'Entonces decide alguien independiente, según la ley federal.',
  };
  return isLate
    ? {
        title: `${acts[limit]} hoy mismo. El último día era el ${by}.`,
        lead: 'Diga por qué llega tarde y pida que se acepte de todos modos.',
      }
    : { title: `${acts[limit]} a más tardar el ${by}.`, lead: leads[limit] };
}

function stepText(step: PlannedStep, v: Voice, isEmergency: boolean): string {
  const by = 'by' in step ? dates.medium(step.by) : '';
  switch (step.says) {
    case 'act-in-time':
      return {
        'ca.grv.file': `Presente una queja ante su plan a más tardar el ${by}.`,
        'mc.appeal.file': `Presente una apelación ante su plan a más tardar el ${by}.`,
        'mc.appeal.app': `Para conservar sus servicios, apele y pida que sigan a más tardar el ${by}.`,
        'mc.hearing.file': `Pida la audiencia estatal a más tardar el ${by}.`,
        'mc.hearing.outer': `Pida la audiencia estatal a más tardar el ${by} y diga por qué llega tarde: después de ese día no se da ninguna.`,
        'mc.hearing.app': `Para conservar sus servicios, pida la audiencia estatal y que sigan a más tardar el ${by}.`,
        'fed.appeal.file': `Presente la apelación ante su ${plan(v)} a más tardar el ${by}.`,
        'fed.ext.file': `Pida la revisión externa a más tardar el ${by}.`,
      }[step.limit];
    case 'act-late':
      return {
        'ca.grv.file': `Presente la queja hoy y pida que el plan la acepte tarde: sus 180 días terminaron el ${by}, y el plan puede dar más.`,
        'mc.appeal.file': `Presente la apelación hoy y diga por qué llega tarde: sus 60 días terminaron el ${by}.`,
        'mc.appeal.app': `Pregúntele al plan si sus servicios pueden seguir: el día para pedirlo era el ${by}.`,
        'mc.hearing.file': `Pida la audiencia estatal hoy y diga por qué llega tarde: los 120 días terminaron el ${by}.`,
        'mc.hearing.outer': `Pregúntele a un abogado qué queda: el último día para pedir una audiencia estatal era el ${by}.`,
        'mc.hearing.app': `Pregúntele al plan si sus servicios pueden seguir: el día para pedirlo era el ${by}.`,
        'fed.appeal.file': `Pida hoy que su ${plan(v)} acepte la apelación tarde: sus 180 días terminaron el ${by}.`,
        'fed.ext.file': `Pregúntele hoy al plan si acepta la solicitud tarde: el último día era el ${by}.`,
      }[step.limit];
    case 'file-imr':
      return step.isUrgent
        ? `Pida la revisión ${toDepartment(v)} ahora, porque es urgente; el último día seguro es el ${by}.`
        : `Pida la revisión ${toDepartment(v)} a más tardar el ${by}.`;
    case 'file-imr-late':
      return step.until === null
        ? `Pida hoy la revisión ${toDepartment(v)}, y una extensión: los seis meses terminaron el ${by}.`
        : `Pida hoy la revisión ${toDepartment(v)} y diga por qué llega tarde: la fecha segura era el ${by}, y otra lectura llega hasta el ${dates.medium(step.until)}.`;
    case 'file-imr-if-silent':
      return `Si su ${plan(v)} no responde, pida la revisión ${toDepartment(v)} desde el ${dates.medium(step.from)}.`;
    case 'file-imr-at-any-time':
      return `Pida la revisión ${toDepartment(v)}: está abierta.`;
    case 'file-grievance-beside-imr':
      return isEmergency
        ? `Presente también la ${grievance(v)} ante su ${plan(v)} a más tardar el ${by}, por si la revisión la necesita.`
        : `También puede presentar la ${grievance(v)} ante su ${plan(v)}, hasta el ${by}.`;
    case 'file-grievance':
      return `Presente una ${grievance(v)} ante su ${plan(v)}.`;
    case 'file-complaint':
      return `Presente una queja ${toDepartment(v)}.`;
    case 'go-on-as-complaint':
      return `Pida ${toDepartment(v)} que siga con ello como queja.`;
    case 'check-authorization':
      return `Compruebe que su ${plan(v)} de verdad autorice o pague la atención.`;
    case 'follow-medicare-notice':
      return 'Siga la apelación del aviso de Medicare, para la fecha que da.';
    case 'find-regulator':
      return 'Averigüe quién regula su cobertura: busque en la Evidence of Coverage o en la tarjeta.';
    case 'find-regulator-meanwhile-dmhc':
      return 'Averigüe si su plan está con el DMHC o con el Departamento de Seguros. Mientras no lo sepa, use el DMHC.';
    case 'ask-when-grievance-was-received':
      return `Pregúntele a su ${plan(v)} qué día recibió su ${grievance(v)}: desde ahí corren sus días para responder.`;
    case 'ask-when-application-was-received':
      return `Pregunte ${toDepartment(v)} qué día recibió su solicitud: desde ahí corre su tiempo.`;
    case 'ask-when-application-was-accepted':
      return `Pregunte ${toDepartment(v)} si aceptó su solicitud, y qué día.`;
    case 'ask-when-plan-was-notified':
      return `Pregunte ${toDepartment(v)} qué día avisó a su ${plan(v)}: desde ahí corren sus días hábiles para mandar los expedientes.`;
    case 'ask-when-reviewer-had-records':
      return `Pregunte ${toDepartment(v)} qué día tuvo el revisor los expedientes: desde ahí corre su tiempo.`;
    case 'ask-when-determination-was-received':
      return 'Pregúntele a su plan qué día recibió la decisión: desde ahí tiene cinco días hábiles.';
    case 'press': {
      const called = step.called === 'plan' ? `a su ${plan(v)}` : toDepartment(v);
      const owes = step.owedBy === 'plan' ? '' : `${spanish.parties(step.owedBy, v)} `;
      return `Llame ${called}: ${owes}tenía que ${lowered(spanish.titles[step.duty](v))} a más tardar el ${dates.medium(step.dueOn)}.`;
    }
    case 'wait':
      return `${capitalized(spanish.parties(step.owedBy, v))} tiene que ${lowered(spanish.titles[step.duty](v))} a más tardar el ${dates.medium(step.dueOn)}.`;
  }
}

function triggerText(event: string, on: LocalDate, v: Voice, outcome: Outcome | null): Sentence {
  const day = `el ${dates.medium(on)}.`;
  switch (event) {
    case 'denial.letterDate':
      return { lead: 'La carta de negación tiene fecha', rest: `del ${dates.medium(on)}.` };
    case 'denial.receivedOn':
      return { lead: 'Usted recibió la negación', rest: day };
    case 'grievance.filedOn':
      return { lead: `Usted presentó su ${grievance(v)}`, rest: day };
    case 'grievance.receivedOn':
      return { lead: `Su ${plan(v)} recibió su ${grievance(v)}`, rest: day };
    case 'grievance.decision.letterDate':
      return {
        lead:
          outcome === 'partly-overturned'
            ? `Su ${plan(v)} mantuvo parte de la negación`
            : `Su ${plan(v)} mantuvo la negación`,
        rest: `en una carta con fecha del ${dates.medium(on)}.`,
      };
    case 'grievance.decision.receivedOn':
      return { lead: `Usted recibió la respuesta ${ofThePlan(v)}`, rest: day };
    case 'imr.receivedOn':
      return { lead: 'El departamento recibió su solicitud completa', rest: day };
    case 'imr.acceptedOn':
      return { lead: 'El departamento aceptó su solicitud', rest: day };
    case 'imr.rejectedOn':
      return {
        lead: 'El departamento no la tomó como revisión',
        rest: `el ${dates.medium(on)}, así que desde ese día es una queja.`,
      };
    case 'imr.planNotifiedOn':
      return { lead: `Su ${plan(v)} recibió el aviso de la revisión`, rest: day };
    case 'imr.reviewerReceivedOn':
      return { lead: 'El revisor tuvo la solicitud y los expedientes', rest: day };
    case 'imr.decision.planReceivedOn':
      return { lead: `Su ${plan(v)} recibió la decisión`, rest: day };
    case 'complaint.receivedOn':
      return { lead: 'El departamento recibió su queja', rest: day };
    case 'externalReview.receivedOn':
      return { lead: 'El revisor externo recibió su solicitud', rest: day };
    default:
      throw new RangeError(`no clock starts at "${event}"`);
  }
}
