import { letterLaw as law } from '../laws.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { blank, paragraphs, text } from '../markup.ts';
import { about, denialDate, enclosed, reasons, regulatorAddress, service, signedByUs } from '../parts.ts';
import { english as en } from '../words.en.ts';
import { spanish as es } from '../words.es.ts';
import type { LetterText } from './letter-text.ts';

export const waiverRequest: LetterText = {
  en: (f) =>
    paragraphs(
      en.date(f.writtenOn),
      regulatorAddress(f, en),
      about(f, en, `Request to waive ${en.ofPlan(f)} own process before an Independent Medical Review`),
      `We write for ${text(f.client.name)}. ${capital(en.plan(f))} denied ${service(f, en)} by its letter of ${denialDate(f, en)} and says of the service that ${reasons(f, en)}. We ask the department to take the application without requiring ${en.ofPlan(f)} ${en.process(f)} process first.`,
      groundEn(f),
      '## Why the case is extraordinary and compelling',
      blank(
        'what threatens this person and how soon, in the words of the doctor: serious pain, loss of life, limb or major bodily function, quick and serious decline',
      ),
      '## How the member acted reasonably',
      blank('what the member and the doctor did since the denial, each step with its date'),
      '## What waiting would mean',
      blank('what happens while the plan’s process runs'),
      signedByUs(f, en),
      enclosed(
        en,
        'The application',
        `The denial letter of ${denialDate(f, en)}`,
        blank('the doctor’s signed statement of urgency'),
      ),
    ),
  es: (f) =>
    paragraphs(
      es.date(f.writtenOn),
      regulatorAddress(f, es),
      about(
        f,
        es,
        `Petición de dispensar el proceso ${es.ofPlan(f)} antes de una Revisión Médica Independiente`,
      ),
      `Escribimos en nombre de ${text(f.client.name)}. ${capital(es.plan(f))} negó ${service(f, es)} en su carta del ${denialDate(f, es)} y dice del servicio que ${reasons(f, es)}. Pedimos al departamento que tome la solicitud sin exigir primero el proceso de ${es.process(f)} ${es.ofPlan(f)}.`,
      groundEs(f),
      '## Por qué el caso es extraordinario y apremiante',
      blank(
        'qué amenaza a esta persona y qué tan pronto, en palabras del médico: dolor grave, pérdida de la vida, de un miembro o de una función corporal importante, deterioro rápido y grave',
      ),
      '## Cómo la persona actuó de manera razonable',
      blank('qué hicieron la persona y su médico desde la negación, cada paso con su fecha'),
      '## Qué significaría esperar',
      blank('qué pasa mientras corre el proceso del plan'),
      signedByUs(f, es),
      enclosed(
        es,
        'La solicitud',
        `La carta de negación del ${denialDate(f, es)}`,
        blank('la declaración de urgencia firmada por el médico'),
      ),
    ),
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function groundEn(f: LetterFacts): string {
  if (f.regulator === 'CDI')
    return `${capital(en.ofPlan(f))} process may be waived in an extraordinary and compelling case where the insured acted reasonably (${en.laws(law.insuranceCompellingCases)}).`;
  if (!f.isKnoxKeene) return `The process may be waived under ${blank(en.blanks.law)}.`;
  return `The department may waive ${en.ofPlan(f)} process in an extraordinary and compelling case where the member acted reasonably (${en.laws(law.compellingCases)}). Serious pain, the potential loss of life, limb or major bodily function, and an immediate and serious deterioration of health are among the examples (${en.laws(law.compellingCasesRegulation)}).`;
}

function groundEs(f: LetterFacts): string {
  if (f.regulator === 'CDI')
    return `El proceso ${es.ofPlan(f)} se puede dispensar en un caso extraordinario y apremiante en que la persona asegurada actuó de manera razonable (${es.laws(law.insuranceCompellingCases)}).`;
  if (!f.isKnoxKeene) return `El proceso se puede dispensar según la ${blank(es.blanks.law)}.`;
  return `El departamento puede dispensar el proceso ${es.ofPlan(f)} en un caso extraordinario y apremiante en que la persona actuó de manera razonable (${es.laws(law.compellingCases)}). El dolor grave, la posible pérdida de la vida, de un miembro o de una función corporal importante, y un deterioro inmediato y grave de la salud están entre los ejemplos (${es.laws(law.compellingCasesRegulation)}).`;
}
