import type { LetterFacts } from '../letter-facts.ts';
import { bullets, known, lines, paragraphs, text } from '../markup.ts';
import { english as en } from '../words.en.ts';
import { spanish as es } from '../words.es.ts';
import type { LetterText } from './letter-text.ts';

export const authorization: LetterText = {
  en: (f) =>
    paragraphs(
      '# Authorization',
      '## Part A: the member',
      lines(
        `**${en.labels.member}** ${text(f.client.name)}`,
        `**${en.labels.birth}** ${f.client.birthOn ? en.date(f.client.birthOn) : '____'}`,
        `**${en.labels.memberNumber}** ${known(f.memberNumber, en.blanks.memberNumber)}`,
        `**Health plan:** ${known(f.plan.name, en.blanks.planName)}`,
      ),
      `I allow ${text(f.office.name)} and the people who work there to act for me in my dispute about ${known(f.denial.service, en.blanks.service)}. They may:`,
      bullets(
        `file a ${en.process(f)}, a complaint and an application for Independent Medical Review for me`,
        'speak and write for me to the plan, to the department and to its reviewer, and receive what they send me',
        'ask my doctors, hospitals and the plan for my medical records, and give the records to the department and its reviewer',
      ),
      'This authorization ends one year after I sign it, or earlier: on the day on which I take it back in writing. What was done before then stays done. I can sign without giving reasons, and I keep a copy.',
      representativeEn(f),
      'Signature: ____ Date: ____',
      'If the member cannot sign, name of the person who signs and why they may: ____',
      '## Part B: the assistant',
      lines(
        `**Office:** ${text(f.office.name)}`,
        `**Telephone:** ${f.office.phone === '' ? '____' : text(f.office.phone)}`,
        `**Name:** ${text(f.writer)}`,
      ),
      'Signature: ____ Date: ____',
      `*The department has a form of its own for this. Sign that form too: ${departmentEn(f)} cannot speak with an assistant about the case without it. Whoever signs for a member encloses a copy of the power of attorney for health care or other authority.*`,
    ),
  es: (f) =>
    paragraphs(
      '# Autorización',
      '## Parte A: la persona afiliada',
      lines(
        `**${es.labels.member}** ${text(f.client.name)}`,
        `**${es.labels.birth}** ${f.client.birthOn ? es.date(f.client.birthOn) : '____'}`,
        `**${es.labels.memberNumber}** ${known(f.memberNumber, es.blanks.memberNumber)}`,
        `**Plan de salud:** ${known(f.plan.name, es.blanks.planName)}`,
      ),
      `Permito que ${text(f.office.name)} y las personas que trabajan allí actúen en mi nombre en mi disputa sobre ${known(f.denial.service, es.blanks.service)}. Pueden:`,
      bullets(
        `presentar en mi nombre una ${es.process(f)}, una queja ante el departamento y una solicitud de Revisión Médica Independiente`,
        'hablar y escribir en mi nombre al plan, al departamento y a su revisor, y recibir lo que me envíen',
        'pedir mis expedientes médicos a mis médicos, hospitales y plan, y darlos al departamento y a su revisor',
      ),
      'Esta autorización termina un año después de mi firma, o antes: el día en que la retire por escrito. Lo que se hizo hasta entonces sigue siendo válido. Puedo firmar sin dar razones, y guardo una copia.',
      representativeEs(f),
      'Firma: ____ Fecha: ____',
      'Si la persona no puede firmar, nombre de quien firma y por qué puede hacerlo: ____',
      '## Parte B: quien ayuda',
      lines(
        `**Oficina:** ${text(f.office.name)}`,
        `**Teléfono:** ${f.office.phone === '' ? '____' : text(f.office.phone)}`,
        `**Nombre:** ${text(f.writer)}`,
      ),
      'Firma: ____ Fecha: ____',
      `*El departamento tiene su propio formulario para esto. Firme también ese formulario: sin él, ${departmentEs(f)} no puede hablar del caso con quien ayuda. Quien firma por otra persona adjunta copia del poder notarial para la atención médica u otra autoridad.*`,
    ),
};

const departmentEn = (f: LetterFacts): string => (f.regulator ? en.regulator(f) : 'the department');
const departmentEs = (f: LetterFacts): string => (f.regulator ? es.regulator(f) : 'el departamento');

const representativeEn = (f: LetterFacts): string | null =>
  f.client.representative === ''
    ? null
    : `${text(f.client.representative)} may be told about the case as well.`;

const representativeEs = (f: LetterFacts): string | null =>
  f.client.representative === ''
    ? null
    : `También se puede informar del caso a ${text(f.client.representative)}.`;
