import { letterLaw as law } from '../laws.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { blank, bullets, paragraphs, text } from '../markup.ts';
import { about, planAddress, service, signedByUs } from '../parts.ts';
import { english as en } from '../words.en.ts';
import { spanish as es } from '../words.es.ts';
import type { LetterText } from './letter-text.ts';

export const lateResponseNotice: LetterText = {
  en: (f) => {
    const process = en.process(f);
    return paragraphs(
      en.date(f.writtenOn),
      planAddress(f, en),
      about(f, en, `Your time to answer the ${process} about ${service(f, en)} has ended`),
      `We write for ${text(f.client.name)}. ${startedEn(f)} ${lapsedEn(f)}`,
      f.missedAcknowledgmentOn
        ? `Nor do we have a written acknowledgment of it, which was due by ${en.date(f.missedAcknowledgmentOn)} (${en.laws(law.acknowledgment)}).`
        : null,
      consequenceEn(f),
      'We ask you, today, in writing:',
      bullets(
        f.lateAnswer?.answeredOn
          ? `to say why your answer came after the last day`
          : `to decide the ${process}, or to say who decides it and on which day`,
        `to confirm the day on which you received the ${process}`,
        'to name the person who answers for it, with a direct telephone number',
      ),
      signedByUs(f, en),
    );
  },
  es: (f) => {
    const process = es.process(f);
    return paragraphs(
      es.date(f.writtenOn),
      planAddress(f, es),
      about(f, es, `Venció su plazo para responder a la ${process} sobre ${service(f, es)}`),
      `Escribimos en nombre de ${text(f.client.name)}. ${startedEs(f)} ${lapsedEs(f)}`,
      f.missedAcknowledgmentOn
        ? `Tampoco tenemos un acuse de recibo por escrito, que debía llegar a más tardar el ${es.date(f.missedAcknowledgmentOn)} (${es.laws(law.acknowledgment)}).`
        : null,
      consequenceEs(f),
      'Les pedimos, hoy y por escrito:',
      bullets(
        f.lateAnswer?.answeredOn
          ? 'decir por qué su respuesta llegó después del último día'
          : `decidir la ${process}, o decir quién la decide y en qué día`,
        `confirmar el día en que recibieron la ${process}`,
        'nombrar a la persona responsable, con un teléfono directo',
      ),
      signedByUs(f, es),
    );
  },
};

function startedEn(f: LetterFacts): string {
  const { sentOn, receivedOn } = f.grievance;
  const process = en.process(f);
  if (receivedOn) return `You received the ${process} on ${en.date(receivedOn)}.`;
  if (sentOn && f.track === 'cdi') return `The ${process} was filed on ${en.date(sentOn)}.`;
  return `You received the ${process} on ${blank(en.blanks.receivedDate)}.`;
}

function startedEs(f: LetterFacts): string {
  const { sentOn, receivedOn } = f.grievance;
  const process = es.process(f);
  if (receivedOn) return `Ustedes recibieron la ${process} el ${es.date(receivedOn)}.`;
  if (sentOn && f.track === 'cdi') return `La ${process} se presentó el ${es.date(sentOn)}.`;
  return `Ustedes recibieron la ${process} el ${blank(es.blanks.receivedDate)}.`;
}

function lapsedEn({ lateAnswer: late }: LetterFacts): string {
  if (!late)
    return `The last day for your answer was ${blank('last day for the answer: by the record it has not passed')}.`;
  const lastDay = `The last day for your answer was ${en.date(late.dueOn)} (${en.laws(...late.citations)}).`;
  return late.answeredOn
    ? `${lastDay} Your answer is dated ${en.date(late.answeredOn)}, ${en.days(late.daysLate)} after it.`
    : `${lastDay} Today, ${en.days(late.daysLate)} later, we have no answer.`;
}

function lapsedEs({ lateAnswer: late }: LetterFacts): string {
  if (!late)
    return `El último día para su respuesta fue el ${blank('último día para la respuesta: según el registro no ha pasado')}.`;
  const lastDay = `El último día para su respuesta fue el ${es.date(late.dueOn)} (${es.laws(...late.citations)}).`;
  return late.answeredOn
    ? `${lastDay} Su respuesta tiene fecha del ${es.date(late.answeredOn)}, ${es.days(late.daysLate)} después.`
    : `${lastDay} Hoy, ${es.days(late.daysLate)} después, no tenemos respuesta.`;
}

const openingLaw = (f: LetterFacts) =>
  f.lateAnswer && f.imr.isAvailable
    ? f.track === 'cdi'
      ? law.insuranceQualifyingEvents
      : f.isKnoxKeene
        ? law.qualifyingEvents
        : null
    : null;

function consequenceEn(f: LetterFacts): string | null {
  const cited = openingLaw(f);
  return cited
    ? `${text(f.client.name)} can now ask ${en.regulator(f)} for an Independent Medical Review, and does not have to wait for you any longer (${en.laws(cited)}).`
    : null;
}

function consequenceEs(f: LetterFacts): string | null {
  const cited = openingLaw(f);
  return cited
    ? `${text(f.client.name)} ya puede pedir una Revisión Médica Independiente ante ${es.regulator(f)}, y no tiene que esperarles más (${es.laws(cited)}).`
    : null;
}
