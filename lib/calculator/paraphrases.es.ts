import type { LawKey } from './words.ts';

/** What each provision says, in one Spanish sentence of our own. */
export const spanishParaphrases: Readonly<Record<LawKey, string>> = {
  acknowledgment:
    'El plan confirma por escrito que recibió la queja dentro de los cinco días calendario siguientes.',
  acknowledgmentRegulation:
    'La confirmación dice qué día se recibió la queja y a qué persona del plan se puede llamar.',
  complaintIn30Days:
    'El departamento responde por escrito dentro de los 30 días de la solicitud, salvo que razonablemente necesite más.',
  grievanceWindow:
    'El plan debe aceptar quejas durante al menos 180 días calendario después del hecho; puede dar más tiempo.',
  resolveIn30Days: 'El plan resuelve la queja dentro de los 30 días de haberla recibido.',
  urgentIn3Days:
    'En un caso urgente, el plan informa por escrito al miembro y al departamento, dentro de tres días, qué decidió o en qué va el caso.',
  urgentIn3CalendarDays: 'Los tres días de una queja urgente son días calendario.',
  urgentNotice:
    'Cuando se le avisa que el caso es urgente, el plan informa de inmediato al miembro que puede acudir al departamento.',
  urgentNeedsNoPlanProcess:
    'Con una queja urgente se puede acudir al departamento sin participar en el proceso del plan.',
  participationCap:
    'El departamento puede pedir hasta 30 días en el proceso del plan, pero no en casos urgentes ni cuando considera que hace falta una revisión antes.',
  experimental:
    'Con una enfermedad grave, la negación de un tratamiento experimental puede ir a expertos externos, con la certificación de un médico y las pruebas que la ley nombra.',
  experimentalPanel:
    'El grupo de expertos decide dentro de 30 días de la solicitud, o siete si es urgente, con hasta tres días más si los documentos llegan tarde.',
  experimentalNeedsNoGrievance:
    'Si se negó el tratamiento por experimental, no hace falta el proceso de quejas antes de pedir la revisión.',
  emergencyDenials:
    'El título del mismo párrafo nombra también la atención urgente y de emergencia; es dudoso que la exima de la queja.',
  imrInWholeOrInPart:
    'La atención negada, cambiada o demorada, en todo o en parte, por no ser médicamente necesaria puede ir a una IMR.',
  qualifyingEvents:
    'Se puede solicitar cuando el plan mantiene su decisión o cuando la queja sigue sin resolver después de 30 días, o tres si es urgente.',
  sixMonths:
    'La solicitud se hace dentro de los seis meses de cualquiera de esos hechos o plazos; el departamento puede aceptarla después si las circunstancias lo justifican.',
  sixMonthsRegulation:
    'El reglamento cuenta los seis meses desde la respuesta escrita del plan y los extiende si la demora fue razonable.',
  recordsIn3Days:
    'El plan envía los expedientes al revisor dentro de tres días hábiles de recibir el aviso del departamento.',
  recordsIn24Hours:
    'Si hay una amenaza grave e inminente, el plan envía los expedientes dentro de 24 horas de aprobada la solicitud.',
  compellingCases:
    'El departamento puede eximir del proceso del plan en un caso extraordinario y apremiante si el miembro actuó de manera razonable.',
  noCoverageDecisions:
    'Las decisiones de cobertura no van a una IMR; una solicitud rechazada se trata de inmediato como una solicitud de revisar la queja.',
  departmentIsArbiter:
    'El departamento dice de manera definitiva si una negación es de cobertura o de necesidad médica.',
  intakeIn7Days:
    'El departamento acepta o rechaza una solicitud completa dentro de siete días calendario de recibirla, o 48 horas si es urgente.',
  decideIn30Days:
    'El revisor decide dentro de 30 días de recibir la solicitud y los documentos, o tres si es urgente; se pueden añadir hasta tres días.',
  adoption:
    'El director adopta de inmediato la decisión del revisor y emite pronto una decisión escrita que obliga al plan.',
  implementIn5Days:
    'El plan autoriza el servicio o lo paga dentro de cinco días hábiles de recibir la decisión escrita, o antes si la salud lo exige.',
  hearingBarsImr: 'Una disputa de Medi-Cal que se presentó en una audiencia estatal no puede ir a una IMR.',

  insuranceReview:
    'La atención asegurada que se negó, en todo o en parte, por no ser médicamente necesaria puede ir a una IMR.',
  insuranceQualifyingEvents:
    'El asegurado puede solicitarla cuando la aseguradora mantiene su decisión o no ha resuelto dentro de 30 días de la apelación.',
  insuranceSixMonths:
    'La solicitud se hace dentro de los seis meses de cualquiera de esos hechos o plazos; el Comisionado puede extenderlos.',
  insuranceRecordsIn3Days:
    'La aseguradora envía los expedientes al revisor dentro de tres días hábiles del aviso.',
  insuranceRecordsIn24Hours:
    'Si hay una amenaza grave e inminente, la aseguradora envía los expedientes dentro de 24 horas de aprobada la solicitud.',
  insuranceCompellingCases:
    'Se puede eximir del proceso de la aseguradora en un caso extraordinario y apremiante si el asegurado actuó de manera razonable.',
  insuranceDecideIn30Days:
    'El revisor decide dentro de 30 días de recibir la solicitud y los documentos, o tres si es urgente.',
  insuranceAdoption:
    'El Comisionado adopta de inmediato la decisión del revisor y emite pronto una decisión escrita que obliga a la aseguradora.',
  insuranceExperimental:
    'Las negaciones de tratamiento experimental de las aseguradoras se revisan en los mismos términos que las de los planes.',

  mediCalAppealWindow:
    'El miembro de Medi-Cal apela ante el plan dentro de 60 días calendario de la fecha del aviso de acción.',
  continuedServices:
    'Los servicios siguen si el miembro apela, y pide que sigan, a más tardar el último de dos días: el décimo después del aviso y aquel en que el recorte entra en vigor.',
  continuedServicesForHearing:
    'Después de la decisión adversa del plan, el miembro tiene 10 días para pedir una audiencia y que los servicios sigan.',
  mediCalAppealIn30Days: 'Un plan de Medi-Cal resuelve la apelación dentro de 30 días.',
  mediCalAppealIn72Hours:
    'Un plan de Medi-Cal resuelve una apelación urgente dentro de 72 horas de recibirla.',
  hearingIn120Days:
    'La audiencia estatal se pide dentro de 120 días calendario de la decisión del plan, o una vez que dejó pasar sus 30 días.',
  hearingIn180Days: 'Con una buena causa se puede pedir la audiencia más tarde, pero no después de 180 días.',

  internalAppealWindow:
    'Quien reclama tiene al menos 180 días desde que recibió la negación para apelar dentro del plan.',
  internalAppealDecision:
    'El plan decide la apelación dentro de 72 horas si es urgente, 30 días antes del servicio, 60 días después de él.',
  externalReviewWindow:
    'La revisión externa se pide dentro de cuatro meses de recibir la negación final; si ese día no existe es el primero del mes siguiente, y un fin de semana o feriado federal lo mueve.',
  externalReviewDecision: 'El revisor independiente decide dentro de 45 días de recibir la solicitud.',
  externalReviewExpedited:
    'El revisor independiente decide una solicitud urgente dentro de 72 horas de recibirla.',

  firstDayExcluded: 'El tiempo se cuenta sin el primer día y con el último.',
  calendarMonth: 'Un mes quiere decir un mes del calendario.',
  rollOver:
    'Si el último día para hacer algo es sábado, domingo o feriado, se puede hacer el siguiente día que no lo sea.',
  stateClosures: 'Estos son los feriados en que las oficinas del estado están cerradas.',
};
