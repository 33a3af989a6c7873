import type { Violation } from '../errors.ts';

/** Why a file cannot be taken in. Stored with the document, so that the sentence may improve later. */
export const REFUSAL_CODES = [
  'empty',
  'too-large',
  'unknown-type',
  'wrong-extension',
  'encrypted',
  'damaged',
  'macros',
  'too-many-pages',
  'unpacks-too-large',
  'infected',
  'not-readable',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** More pages than the thickest record of a case; what has more is a mistake or an attack. */
export const MOST_PAGES = 1_000;

/** What a person is told of each: what is wrong, the rule it breaks, and what to do. */
export const REFUSALS: Readonly<
  Record<RefusalCode, Pick<Violation, 'message' | 'rule'> & { remedy: string }>
> = {
  empty: {
    message: 'This file is empty.',
    remedy:
      'Look at it on your device. If it is a photo, take it again; if it was sent to you, ask for it again.',
  },
  'too-large': {
    message: 'This file is larger than a document may be.',
    rule: 'The largest size is set for all offices of this server; it is 50 MB unless an operator changed it.',
    remedy: 'Save it in parts, or scan it again in black and white at 200 dots per inch.',
  },
  'unknown-type': {
    message: 'This is not a type of file that Recourse can show or file.',
    rule: 'Documents are PDF, JPEG, PNG, HEIC, TIFF, DOCX or TXT files.',
    remedy: 'Open it in the program it was made with and save or print it as a PDF.',
  },
  'wrong-extension': {
    message: 'The end of the file’s name says one type, and what is inside is another.',
    rule: 'The ending (.pdf, .jpg, .png, .heic, .tif, .docx, .txt) and the content must say the same, since a disguised file may be an attack.',
    remedy: 'Open it in the program it was made with, save it again as a PDF, and upload that.',
  },
  encrypted: {
    message: 'This file is protected by a password, so nobody can look inside.',
    rule: 'A regulator cannot process a page it cannot open.',
    remedy: 'Open it with its password, print or save it as a PDF without one, and upload that.',
  },
  damaged: {
    message: 'This file is damaged: its pages cannot be read.',
    remedy: 'Ask for it again from whoever sent it, or scan or photograph the paper again.',
  },
  macros: {
    message: 'This file carries a program: a macro or an embedded object.',
    rule: 'Files that can run something are never taken in.',
    remedy: 'Open it in the program it was made with, save it as a PDF, and upload that.',
  },
  'too-many-pages': {
    message: `This file has more than ${MOST_PAGES.toLocaleString('en-US')} pages.`,
    rule: `One document has ${MOST_PAGES.toLocaleString('en-US')} pages at most.`,
    remedy: 'Upload the pages that matter to this case, or split it into parts first.',
  },
  'unpacks-too-large': {
    message: 'This file is small on the outside and far too large inside.',
    rule: 'A file that unpacks to a multiple of its size, or a picture of more than 100 million points, is taken for an attack.',
    remedy: 'If the document is real, print or scan it to a PDF of ordinary size and upload that.',
  },
  infected: {
    message: 'The virus scanner found something harmful in this file.',
    rule: 'An infected file is never opened, shown or handed out.',
    remedy: 'Do not open it on your own device. Tell whoever sent it, and ask for the paper or a clean copy.',
  },
  'not-readable': {
    message: 'Recourse tried several times and could not make pages of this file.',
    rule: 'The original stays here as it came in, and can be downloaded.',
    remedy: 'Open the original, print or save it as a PDF, and upload that.',
  },
};
