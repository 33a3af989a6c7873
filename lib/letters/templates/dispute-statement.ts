import type { LetterFacts } from '../letter-facts.ts';
import { blank, known, lines, paragraphs, text } from '../markup.ts';
import { chronology, denialDate, reasons, service } from '../parts.ts';
import { english as en } from '../words.en.ts';
import { spanish as es } from '../words.es.ts';
import type { LetterText } from './letter-text.ts';

export const disputeStatement: LetterText = {
  en: (f) =>
    paragraphs(
      '# Statement of the dispute',
      lines(
        `**${en.labels.member}** ${text(f.client.name)}`,
        `**Health plan:** ${known(f.plan.name, en.blanks.planName)}`,
        `**${en.labels.memberNumber}** ${known(f.memberNumber, en.blanks.memberNumber)}`,
        `**${en.labels.ourCase}** ${text(f.caseNumber)}`,
      ),
      '## What was denied',
      `${capital(en.plan(f))} denied ${service(f, en)} by its letter of ${denialDate(f, en)} and says of the service that ${reasons(f, en)}.${f.denial.contractProvision === '' ? '' : ` It names this provision of the contract: ${text(f.denial.contractProvision)}.`}${f.denial.wasReceived ? ' The service was already received.' : ''}`,
      '## What happened',
      chronology(f, en, ['Date', 'What happened', 'Shown by']),
      '## Why the review is open',
      openedEn(f),
      '## Why the service is necessary',
      blank('why this person needs the service, with the exhibit that shows each point'),
      '## Why the plan’s reasons are wrong',
      blank('each reason that the plan gave, and what the records or the plan’s own criteria say against it'),
      '## Determinations in like cases',
      blank(
        'determinations of the department in like cases, each with its reference number and year; or delete this part',
      ),
      '## What we ask for',
      `We ask that the denial be overturned and that ${en.plan(f)} ${f.denial.wasReceived ? 'pay for' : 'authorize'} ${service(f, en)}.`,
    ),
  es: (f) =>
    paragraphs(
      '# Declaración de la disputa',
      lines(
        `**${es.labels.member}** ${text(f.client.name)}`,
        `**Plan de salud:** ${known(f.plan.name, es.blanks.planName)}`,
        `**${es.labels.memberNumber}** ${known(f.memberNumber, es.blanks.memberNumber)}`,
        `**${es.labels.ourCase}** ${text(f.caseNumber)}`,
      ),
      '## Qué se negó',
      `${capital(es.plan(f))} negó ${service(f, es)} en su carta del ${denialDate(f, es)} y dice del servicio que ${reasons(f, es)}.${f.denial.contractProvision === '' ? '' : ` Nombra esta disposición del contrato: ${text(f.denial.contractProvision)}.`}${f.denial.wasReceived ? ' El servicio ya se recibió.' : ''}`,
      '## Qué pasó',
      chronology(f, es, ['Fecha', 'Qué pasó', 'Lo muestra']),
      '## Por qué la revisión está abierta',
      openedEs(f),
      '## Por qué el servicio es necesario',
      blank('por qué esta persona necesita el servicio, con el anexo que muestra cada punto'),
      '## Por qué las razones del plan son erróneas',
      blank(
        'cada razón que dio el plan, y qué dicen en contra los expedientes o los propios criterios del plan',
      ),
      '## Decisiones en casos parecidos',
      blank(
        'decisiones del departamento en casos parecidos, cada una con su número de referencia y año; o borre esta parte',
      ),
      '## Lo que pedimos',
      `Pedimos que se revoque la negación y que ${es.plan(f)} ${f.denial.wasReceived ? 'pague' : 'autorice'} ${service(f, es)}.`,
    ),
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

type Opening = NonNullable<LetterFacts['imr']['opening']>['rule'];
type Doors = Readonly<Partial<Record<Opening, (plan: string, process: string) => string>>>;

/** What opened the review, by the rule that the assessment names. */
const DOORS_EN: Doors = {
  'ca.imr.open.upheld': (plan) => `${capital(plan)} kept all or part of its denial`,
  'ca.imr.open.silence': (plan) => `The time of ${plan} ended without an answer`,
  'ca.imr.open.urgent': () => 'The matter is urgent, so nobody has to wait for the plan’s own process',
  'ca.imr.open.experimental': () =>
    'The service was denied as experimental, so the plan’s own process is not needed first',
  'ca.imr.open.emergency': () => 'The denial is about emergency or urgent care',
  'cdi.appeal.silence': (plan, process) => `The time of ${plan} ended without a ruling on the ${process}`,
};

const DOORS_ES: Doors = {
  'ca.imr.open.upheld': (plan) => `${capital(plan)} mantuvo toda su negación o parte de ella`,
  'ca.imr.open.silence': () => 'El plazo para responder terminó sin respuesta',
  'ca.imr.open.urgent': () => 'El asunto es urgente, así que nadie tiene que esperar el proceso del plan',
  'ca.imr.open.experimental': () =>
    'El servicio se negó por experimental, así que no hace falta antes el proceso del plan',
  'ca.imr.open.emergency': () => 'La negación es sobre atención de emergencia o urgente',
  'cdi.appeal.silence': (_plan, process) => `El plazo terminó sin una decisión sobre la ${process}`,
};

function openedEn(f: LetterFacts): string {
  const door = f.imr.opening && DOORS_EN[f.imr.opening.rule]?.(en.plan(f), en.process(f));
  return door
    ? `${door} (${en.laws(...(f.imr.opening?.citations ?? []))}).`
    : blank('why the review can be asked for now');
}

function openedEs(f: LetterFacts): string {
  const door = f.imr.opening && DOORS_ES[f.imr.opening.rule]?.(es.plan(f), es.process(f));
  return door
    ? `${door} (${es.laws(...(f.imr.opening?.citations ?? []))}).`
    : blank('por qué ya se puede pedir la revisión');
}
