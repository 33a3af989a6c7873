import { letterLaw as law } from '../laws.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { known, lines, paragraphs, text } from '../markup.ts';
import { service } from '../parts.ts';
import { english as en } from '../words.en.ts';
import { spanish as es } from '../words.es.ts';
import type { LetterText } from './letter-text.ts';

const LINE = '________';

/** What the doctor says is a line to write on, never a blank for the office: nobody else may say it. */
export const urgencyStatement: LetterText = {
  en: (f) =>
    paragraphs(
      '# Doctor’s statement of urgency',
      lines(
        `**Patient:** ${text(f.client.name)}`,
        `**${en.labels.birth}** ${f.client.birthOn ? en.date(f.client.birthOn) : '____'}`,
        `**Health plan:** ${known(f.plan.name, en.blanks.planName)}`,
        `**Service:** ${service(f, en)}`,
      ),
      'Doctor’s name and specialty: ____',
      'License number: ____ Telephone: ____',
      'I treat this patient for: ____',
      'In my opinion, waiting the usual time would be an imminent and serious threat to this patient’s health. I mark what applies:',
      lines(
        '☐ severe pain',
        '☐ potential loss of life',
        '☐ potential loss of a limb',
        '☐ potential loss of a major bodily function',
        '☐ other: ____',
      ),
      'What will happen, and how soon, if the service is delayed:',
      LINE,
      LINE,
      LINE,
      'The service is needed by this date: ____',
      'Signature: ____ Date: ____',
      lawOf(f).length > 0 ? `*The law’s measure: ${en.laws(...lawOf(f))}.*` : null,
    ),
  es: (f) =>
    paragraphs(
      '# Declaración de urgencia del médico',
      lines(
        `**Paciente:** ${text(f.client.name)}`,
        `**${es.labels.birth}** ${f.client.birthOn ? es.date(f.client.birthOn) : '____'}`,
        `**Plan de salud:** ${known(f.plan.name, es.blanks.planName)}`,
        `**Servicio:** ${service(f, es)}`,
      ),
      'Nombre y especialidad del médico: ____',
      'Número de licencia: ____ Teléfono: ____',
      'Trato a este paciente por: ____',
      'En mi opinión, esperar el tiempo normal sería una amenaza inminente y grave para la salud de este paciente. Marco lo que corresponde:',
      lines(
        '☐ dolor grave',
        '☐ posible pérdida de la vida',
        '☐ posible pérdida de un miembro',
        '☐ posible pérdida de una función corporal importante',
        '☐ otra: ____',
      ),
      'Qué pasará, y qué tan pronto, si el servicio se demora:',
      LINE,
      LINE,
      LINE,
      'El servicio se necesita a más tardar en esta fecha: ____',
      'Firma: ____ Fecha: ____',
      lawOf(f).length > 0 ? `*La medida de la ley: ${es.laws(...lawOf(f))}.*` : null,
    ),
};

const lawOf = (f: LetterFacts) =>
  f.regulator === 'CDI'
    ? [law.insuranceDecideIn30Days]
    : f.track === 'dmhc' && f.isKnoxKeene
      ? [law.urgentIn3Days]
      : [];
