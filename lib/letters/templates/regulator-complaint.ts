import { letterLaw as law } from '../laws.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { blank, bullets, known, paragraphs, text } from '../markup.ts';
import {
  about,
  chronology,
  denialDate,
  enclosed,
  reasons,
  regulatorAddress,
  service,
  signedByUs,
} from '../parts.ts';
import { english as en } from '../words.en.ts';
import { spanish as es } from '../words.es.ts';
import type { LetterText } from './letter-text.ts';

export const regulatorComplaint: LetterText = {
  en: (f) =>
    paragraphs(
      en.date(f.writtenOn),
      regulatorAddress(f, en),
      about(f, en, `Complaint against ${known(f.plan.name, en.blanks.planName)}`),
      `We write for ${text(f.client.name)}, who signed the enclosed authorization on ${blank(en.blanks.authorizationDate)}. ${capital(en.plan(f))} denied ${service(f, en)} by its letter of ${denialDate(f, en)} and says of the service that ${reasons(f, en)}.`,
      '## What happened',
      chronology(f, en, ['Date', 'What happened', 'Shown by']),
      `## What ${en.plan(f)} did wrong`,
      bullets(...wrongsEn(f), blank('what else went wrong, with its date; delete this line if nothing did')),
      '## What we ask for',
      bullets(
        `Review ${en.ofPlan(f)} conduct and send us your written answer.`,
        `Have ${en.plan(f)} answer in writing and send its whole file.`,
        f.isUrgent ? 'Treat this as urgent: please call us on the day it arrives.' : null,
        'Tell us at once if an Independent Medical Review is the better way, so that no time is lost.',
      ),
      signedByUs(f, en),
      enclosed(en, ...enclosuresEn(f)),
    ),
  es: (f) =>
    paragraphs(
      es.date(f.writtenOn),
      regulatorAddress(f, es),
      about(f, es, `Queja contra ${known(f.plan.name, es.blanks.planName)}`),
      `Escribimos en nombre de ${text(f.client.name)}, quien firmó la autorización adjunta el ${blank(es.blanks.authorizationDate)}. ${capital(es.plan(f))} negó ${service(f, es)} en su carta del ${denialDate(f, es)} y dice del servicio que ${reasons(f, es)}.`,
      '## Qué pasó',
      chronology(f, es, ['Fecha', 'Qué pasó', 'Lo muestra']),
      `## Qué hizo mal ${es.plan(f)}`,
      bullets(...wrongsEs(f), blank('qué más estuvo mal, con su fecha; borre esta línea si no hay nada más')),
      '## Lo que pedimos',
      bullets(
        `Revisar la conducta ${es.ofPlan(f)} y enviarnos su respuesta por escrito.`,
        `Hacer que ${es.plan(f)} responda por escrito y envíe su expediente completo.`,
        f.isUrgent ? 'Tratar esto como urgente: por favor llámennos el día en que llegue.' : null,
        'Decirnos de inmediato si una Revisión Médica Independiente es el mejor camino, para no perder tiempo.',
      ),
      signedByUs(f, es),
      enclosed(es, ...enclosuresEs(f)),
    ),
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function wrongsEn(f: LetterFacts): (string | null)[] {
  const late = f.lateAnswer;
  return [
    late
      ? `It had to answer the ${en.process(f)} by ${en.date(late.dueOn)} (${en.laws(...late.citations)}). ${late.answeredOn ? `Its answer is dated ${en.date(late.answeredOn)}.` : `By ${en.date(f.writtenOn)} it had not answered.`}`
      : null,
    f.missedAcknowledgmentOn
      ? `We have no written acknowledgment, which was due by ${en.date(f.missedAcknowledgmentOn)} (${en.laws(law.acknowledgment)}).`
      : null,
  ];
}

function wrongsEs(f: LetterFacts): (string | null)[] {
  const late = f.lateAnswer;
  return [
    late
      ? `Tenía que responder a la ${es.process(f)} a más tardar el ${es.date(late.dueOn)} (${es.laws(...late.citations)}). ${late.answeredOn ? `Su respuesta tiene fecha del ${es.date(late.answeredOn)}.` : `Hasta el ${es.date(f.writtenOn)} no había respondido.`}`
      : null,
    f.missedAcknowledgmentOn
      ? `No tenemos un acuse de recibo por escrito, que debía llegar a más tardar el ${es.date(f.missedAcknowledgmentOn)} (${es.laws(law.acknowledgment)}).`
      : null,
  ];
}

const hasGrieved = ({ grievance }: LetterFacts): boolean =>
  grievance.sentOn !== null || grievance.receivedOn !== null;

const enclosuresEn = (f: LetterFacts): (string | null)[] => [
  f.regulator === 'DMHC'
    ? 'The department’s own form (IMR Application/Complaint Form), signed'
    : 'The department’s own form, signed',
  'The signed authorization',
  `The denial letter of ${denialDate(f, en)}`,
  hasGrieved(f) ? `The ${en.process(f)}, with proof of the day it was received` : null,
  f.decision ? `The answer of ${en.date(f.decision.writtenOn)}` : null,
];

const enclosuresEs = (f: LetterFacts): (string | null)[] => [
  'El formulario propio del departamento, firmado',
  'La autorización firmada',
  `La carta de negación del ${denialDate(f, es)}`,
  hasGrieved(f) ? `La ${es.process(f)}, con prueba del día en que se recibió` : null,
  f.decision ? `La respuesta del ${es.date(f.decision.writtenOn)}` : null,
];
