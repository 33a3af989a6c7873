import { letterLaw as law } from '../laws.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { blank, bullets, paragraphs, text } from '../markup.ts';
import { about, denialDate, enclosed, planAddress, service, signedByUs } from '../parts.ts';
import { english as en } from '../words.en.ts';
import { spanish as es } from '../words.es.ts';
import type { LetterText } from './letter-text.ts';

export const planFileRequest: LetterText = {
  en: (f) =>
    paragraphs(
      en.date(f.writtenOn),
      planAddress(f, en),
      about(f, en, `Request for your file on the denial of ${service(f, en)}`),
      `We write for ${text(f.client.name)}, who signed the enclosed authorization on ${blank(en.blanks.authorizationDate)}. Please send us, free of charge, your complete file on the decision of ${denialDate(f, en)}:`,
      bullets(
        'every document and record that was looked at, and everything that doctors and hospitals sent you',
        'the criteria, guidelines and policies that were applied, in full and with their version',
        'the notes and opinions of everybody who took part in the decision, with their names and specialties',
        'the pages of the contract that you rely on, and the Evidence of Coverage or policy as a whole',
        `every letter about this ${en.process(f)}, and the record of every call`,
        `the record that shows on which day you received the ${en.process(f)}`,
      ),
      groundEn(f),
      `Please send the copies by ${blank('day by which you ask for the copies')}, on paper or as files that can be opened without a password sent apart.`,
      signedByUs(f, en),
      enclosed(en, 'The signed authorization', `The denial letter of ${denialDate(f, en)}`),
    ),
  es: (f) =>
    paragraphs(
      es.date(f.writtenOn),
      planAddress(f, es),
      about(f, es, `Petición de su expediente sobre la negación de ${service(f, es)}`),
      `Escribimos en nombre de ${text(f.client.name)}, quien firmó la autorización adjunta el ${blank(es.blanks.authorizationDate)}. Por favor envíennos, sin costo, su expediente completo sobre la decisión del ${denialDate(f, es)}:`,
      bullets(
        'todos los documentos y registros que se consultaron, y todo lo que médicos y hospitales les enviaron',
        'los criterios, guías y políticas que se aplicaron, completos y con su versión',
        'las notas y opiniones de todas las personas que participaron en la decisión, con sus nombres y especialidades',
        'las páginas del contrato en que se basan, y la Evidencia de Cobertura o póliza completa',
        `todas las cartas sobre esta ${es.process(f)}, y el registro de cada llamada`,
        `el registro que muestra en qué día recibieron la ${es.process(f)}`,
      ),
      groundEs(f),
      `Por favor envíen las copias a más tardar el ${blank('día para el que pide las copias')}, en papel o en archivos que se puedan abrir sin una contraseña enviada aparte.`,
      signedByUs(f, es),
      enclosed(es, 'La autorización firmada', `La carta de negación del ${denialDate(f, es)}`),
    ),
};

function groundEn(f: LetterFacts): string | null {
  switch (f.track) {
    case 'medi-cal':
      return `A notice of action has to tell of the right to these copies, free of charge (${en.laws(law.noticeOfAction)}).`;
    case 'dmhc':
      return `Your answer to a grievance has to explain the criteria used and the clinical reasons (${en.laws(law.explainedAnswer)}), and the criteria are to be disclosed to whoever asks (${en.laws(law.criteriaOnRequest)}).`;
    case 'self-funded':
      return `Federal law gives a claimant these copies on request and free of charge (${en.laws(law.claimFile)}).`;
    case 'cdi':
    case 'medicare':
    case 'none':
      return null;
  }
}

function groundEs(f: LetterFacts): string | null {
  switch (f.track) {
    case 'medi-cal':
      return `El aviso de acción tiene que informar del derecho a estas copias, sin costo (${es.laws(law.noticeOfAction)}).`;
    case 'dmhc':
      return `Su respuesta a una queja tiene que explicar los criterios usados y las razones clínicas (${es.laws(law.explainedAnswer)}), y los criterios se deben mostrar a quien los pida (${es.laws(law.criteriaOnRequest)}).`;
    case 'self-funded':
      return `La ley federal da a quien reclama estas copias cuando las pide y sin costo (${es.laws(law.claimFile)}).`;
    case 'cdi':
    case 'medicare':
    case 'none':
      return null;
  }
}
