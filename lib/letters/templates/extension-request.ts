import { isBefore } from '../../calendar/local-date.ts';
import { letterLaw as law } from '../laws.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { blank, bullets, paragraphs, text } from '../markup.ts';
import { about, enclosed, regulatorAddress, service, signedByUs } from '../parts.ts';
import { english as en } from '../words.en.ts';
import { spanish as es } from '../words.es.ts';
import type { LetterText } from './letter-text.ts';

export const extensionRequest: LetterText = {
  en: (f) =>
    paragraphs(
      en.date(f.writtenOn),
      regulatorAddress(f, en),
      about(f, en, 'Request to accept an application for Independent Medical Review after six months'),
      `We write for ${text(f.client.name)} and ask the department to accept the enclosed application about ${service(f, en)}. ${endEn(f)}`,
      groundEn(f),
      '## Why the application comes late',
      blank(
        'what kept the member from applying in time: illness, hospital, not told of the right, letters that did not arrive',
      ),
      '## When that ended, and what was done then',
      blank('the day on which the hindrance ended, and each step since then with its date'),
      '## What would be lost',
      blank('what the member loses if the application is not accepted'),
      signedByUs(f, en),
      enclosed(
        en,
        'The application',
        blank('what shows why it is late: hospital papers, envelopes, call records'),
      ),
    ),
  es: (f) =>
    paragraphs(
      es.date(f.writtenOn),
      regulatorAddress(f, es),
      about(
        f,
        es,
        'Petición de aceptar una solicitud de Revisión Médica Independiente después de seis meses',
      ),
      `Escribimos en nombre de ${text(f.client.name)} y pedimos al departamento que acepte la solicitud adjunta sobre ${service(f, es)}. ${endEs(f)}`,
      groundEs(f),
      '## Por qué la solicitud llega tarde',
      blank(
        'qué impidió pedirla a tiempo: enfermedad, hospital, no saber del derecho, cartas que no llegaron',
      ),
      '## Cuándo terminó eso, y qué se hizo entonces',
      blank('el día en que terminó el impedimento, y cada paso desde entonces con su fecha'),
      '## Qué se perdería',
      blank('qué pierde la persona si no se acepta la solicitud'),
      signedByUs(f, es),
      enclosed(
        es,
        'La solicitud',
        blank('lo que muestra por qué llega tarde: papeles del hospital, sobres, registros de llamadas'),
      ),
    ),
};

function endEn(f: LetterFacts): string {
  const { fileBy, otherReadingOn } = f.imr;
  if (!fileBy) return `The six months ended on ${blank('last day of the six months')}.`;
  const ended = `The six months ${isBefore(fileBy, f.writtenOn) ? 'ended' : 'end'} on ${en.date(fileBy)}.`;
  return otherReadingOn && otherReadingOn > fileBy
    ? `${ended} Counted from the written response, as the regulation counts them, they run through ${en.date(otherReadingOn)} (${en.laws(law.sixMonthsRegulation)}).`
    : ended;
}

function endEs(f: LetterFacts): string {
  const { fileBy, otherReadingOn } = f.imr;
  if (!fileBy) return `Los seis meses terminaron el ${blank('último día de los seis meses')}.`;
  const ended = `Los seis meses ${isBefore(fileBy, f.writtenOn) ? 'terminaron' : 'terminan'} el ${es.date(fileBy)}.`;
  return otherReadingOn && otherReadingOn > fileBy
    ? `${ended} Contados desde la respuesta por escrito, como los cuenta la regulación, corren hasta el ${es.date(otherReadingOn)} (${es.laws(law.sixMonthsRegulation)}).`
    : ended;
}

function groundEn(f: LetterFacts): string {
  if (f.regulator === 'CDI')
    return `The Commissioner may extend the six months where the circumstances of a case warrant it (${en.laws(law.insuranceSixMonths)}).`;
  if (!f.isKnoxKeene) return `The time may be extended under ${blank(en.blanks.law)}.`;
  return bullets(
    `The department may accept an application later where the circumstances of a case warrant it (${en.laws(law.sixMonths)}).`,
    `The regulation extends the time where the delay was reasonable (${en.laws(law.sixMonthsRegulation)}).`,
  );
}

function groundEs(f: LetterFacts): string {
  if (f.regulator === 'CDI')
    return `El Comisionado puede extender los seis meses cuando las circunstancias del caso lo justifican (${es.laws(law.insuranceSixMonths)}).`;
  if (!f.isKnoxKeene) return `El plazo se puede extender según la ${blank(es.blanks.law)}.`;
  return bullets(
    `El departamento puede aceptar una solicitud más tarde cuando las circunstancias del caso lo justifican (${es.laws(law.sixMonths)}).`,
    `La regulación extiende el plazo cuando la demora fue razonable (${es.laws(law.sixMonthsRegulation)}).`,
  );
}
