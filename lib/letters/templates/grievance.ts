import { letterLaw as law } from '../laws.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { blank, bullets, paragraphs, text } from '../markup.ts';
import { about, denialDate, enclosed, planAddress, reasons, service, signedByUs } from '../parts.ts';
import { english as en } from '../words.en.ts';
import { spanish as es } from '../words.es.ts';
import type { LetterText } from './letter-text.ts';

export const grievance: LetterText = {
  en: (f) => {
    const process = en.process(f);
    return paragraphs(
      en.date(f.writtenOn),
      planAddress(f, en),
      about(
        f,
        en,
        `${f.isUrgent ? `Urgent ${process}` : capital(process)} about the denial of ${service(f, en)}`,
      ),
      `We write for ${text(f.client.name)}, who signed the enclosed authorization on ${blank(en.blanks.authorizationDate)}. We file this ${process} against the decision of ${denialDate(f, en)} to deny ${service(f, en)}.`,
      `The decision says of the service that ${reasons(f, en)}.${contractEn(f)}`,
      '## Why the service is necessary',
      blank(
        'why this person needs the service: diagnosis, what was tried before, what the doctor says, what happens without it',
      ),
      '## What we ask for',
      bullets(
        f.denial.wasReceived
          ? `Pay for ${service(f, en)}, which was already received.`
          : `Approve ${service(f, en)}.`,
        f.track === 'dmhc'
          ? `Answer in writing, and explain clearly the reasons, the criteria used and the clinical reasons (${en.laws(law.explainedAnswer)}).`
          : 'Answer in writing, and explain the reasons and the criteria used.',
        notCoveredEn(f),
        f.track === 'dmhc' && !f.isUrgent
          ? `Acknowledge this ${process} in writing within five calendar days, and name the day on which you received it (${en.laws(law.acknowledgment)}).`
          : 'Confirm in writing the day on which you received this letter.',
      ),
      timeEn(f),
      `Please send your answer to us and to ${text(f.client.name)}.`,
      signedByUs(f, en),
      enclosed(
        en,
        `The denial letter of ${denialDate(f, en)}`,
        'The signed authorization',
        blank('medical records and letters that support the request'),
      ),
    );
  },
  es: (f) => {
    const process = es.process(f);
    return paragraphs(
      es.date(f.writtenOn),
      planAddress(f, es),
      about(
        f,
        es,
        `${f.isUrgent ? `${capital(process)} urgente` : capital(process)} por la negación de ${service(f, es)}`,
      ),
      `Escribimos en nombre de ${text(f.client.name)}, quien firmó la autorización adjunta el ${blank(es.blanks.authorizationDate)}. Presentamos esta ${process} contra la decisión del ${denialDate(f, es)} de negar ${service(f, es)}.`,
      `La decisión dice del servicio que ${reasons(f, es)}.${contractEs(f)}`,
      '## Por qué el servicio es necesario',
      blank(
        'por qué esta persona necesita el servicio: diagnóstico, qué se intentó antes, qué dice el médico, qué pasa sin él',
      ),
      '## Lo que pedimos',
      bullets(
        f.denial.wasReceived ? `Pagar ${service(f, es)}, que ya se recibió.` : `Aprobar ${service(f, es)}.`,
        f.track === 'dmhc'
          ? `Responder por escrito y explicar con claridad las razones, los criterios usados y las razones clínicas (${es.laws(law.explainedAnswer)}).`
          : 'Responder por escrito y explicar las razones y los criterios usados.',
        notCoveredEs(f),
        f.track === 'dmhc' && !f.isUrgent
          ? `Acusar recibo de esta ${process} por escrito dentro de cinco días calendario, con la fecha en que la recibieron (${es.laws(law.acknowledgment)}).`
          : 'Confirmar por escrito la fecha en que recibieron esta carta.',
      ),
      timeEs(f),
      `Por favor envíen su respuesta a nosotros y a ${text(f.client.name)}.`,
      signedByUs(f, es),
      enclosed(
        es,
        `La carta de negación del ${denialDate(f, es)}`,
        'La autorización firmada',
        blank('expedientes médicos y cartas que apoyan la petición'),
      ),
    );
  },
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const contractEn = (f: LetterFacts): string =>
  f.denial.contractProvision === ''
    ? ''
    : ` It names this provision of the contract: ${text(f.denial.contractProvision)}.`;

const contractEs = (f: LetterFacts): string =>
  f.denial.contractProvision === ''
    ? ''
    : ` Nombra esta disposición del contrato: ${text(f.denial.contractProvision)}.`;

const coverageLaw = (f: LetterFacts) =>
  f.isKnoxKeene ? law.imrInWholeOrInPart : f.track === 'cdi' ? law.insuranceContractProvision : null;

function notCoveredEn(f: LetterFacts): string | null {
  const cited = coverageLaw(f);
  return cited
    ? `If you say that the service is not covered, name the provision of the contract that excludes it (${en.laws(cited)}).`
    : null;
}

function notCoveredEs(f: LetterFacts): string | null {
  const cited = coverageLaw(f);
  return cited
    ? `Si dicen que el servicio no está cubierto, nombrar la disposición del contrato que lo excluye (${es.laws(cited)}).`
    : null;
}

function timeEn(f: LetterFacts): string {
  switch (f.track) {
    case 'dmhc':
      return f.isUrgent
        ? `This matter is urgent. You owe ${text(f.client.name)} and the department a written statement within three calendar days of receipt (${en.laws(law.urgentIn3Days, law.urgentIn3CalendarDays)}), and nobody has to wait for it before going to the department (${en.laws(law.urgentNeedsNoPlanProcess)}).`
        : `You have 30 days from receiving this grievance to resolve it (${en.laws(law.resolveIn30Days)}).`;
    case 'medi-cal':
      return f.isUrgent
        ? `This matter is urgent. You have 72 hours from receiving this appeal to resolve it (${en.laws(law.mediCalAppealIn72Hours)}).`
        : `You have 30 days from receiving this appeal to resolve it (${en.laws(law.mediCalAppealIn30Days)}).`;
    case 'cdi':
      return `If you have not ruled within 30 days of this appeal, the department can be asked for an Independent Medical Review (${en.laws(law.insuranceQualifyingEvents)}).`;
    case 'self-funded':
      return `Federal law sets the time for your answer: 72 hours if urgent, 30 days before the service, 60 days after it (${en.laws(law.internalAppealDecision)}).`;
    case 'medicare':
    case 'none':
      return `Please answer within the time that the law sets: ${blank(en.blanks.law)}.`;
  }
}

function timeEs(f: LetterFacts): string {
  switch (f.track) {
    case 'dmhc':
      return f.isUrgent
        ? `Este asunto es urgente. Deben a ${text(f.client.name)} y al departamento una declaración por escrito dentro de tres días calendario desde que lo reciben (${es.laws(law.urgentIn3Days, law.urgentIn3CalendarDays)}), y nadie tiene que esperarla para acudir al departamento (${es.laws(law.urgentNeedsNoPlanProcess)}).`
        : `Tienen 30 días desde que reciben esta queja para resolverla (${es.laws(law.resolveIn30Days)}).`;
    case 'medi-cal':
      return f.isUrgent
        ? `Este asunto es urgente. Tienen 72 horas desde que reciben esta apelación para resolverla (${es.laws(law.mediCalAppealIn72Hours)}).`
        : `Tienen 30 días desde que reciben esta apelación para resolverla (${es.laws(law.mediCalAppealIn30Days)}).`;
    case 'cdi':
      return `Si no deciden dentro de 30 días desde esta apelación, se puede pedir al departamento una Revisión Médica Independiente (${es.laws(law.insuranceQualifyingEvents)}).`;
    case 'self-funded':
      return `La ley federal fija el plazo de su respuesta: 72 horas si es urgente, 30 días antes del servicio, 60 días después (${es.laws(law.internalAppealDecision)}).`;
    case 'medicare':
    case 'none':
      return `Por favor respondan dentro del plazo que fija la ley: ${blank(es.blanks.law)}.`;
  }
}
