import { REFUSAL_CODES, type RefusalCode } from './refusals.ts';

export type Inspection =
  | { readonly ok: true; readonly pages: Buffer; readonly pageCount: number }
  | { readonly ok: false; readonly refusal: RefusalCode };

/** Thrown by what looks inside a file, for a reason that a person is told. */
export class Refused extends Error {
  override name = 'Refused';
  readonly refusal: RefusalCode;
  constructor(refusal: RefusalCode) {
    super(`refused: ${refusal}`);
    this.refusal = refusal;
  }
}

const LINE_FEED = 0x0a;

/** How an inspection goes through a pipe: a line that says what it is, then the pages. */
export const partsOf = (inspection: Inspection): Buffer[] =>
  inspection.ok
    ? [Buffer.from(`pages ${inspection.pageCount}\n`), inspection.pages]
    : [Buffer.from(`refused ${inspection.refusal}\n`)];

/** Null for anything but one whole inspection. */
export function answerOf(said: Buffer): Inspection | null {
  const end = said.indexOf(LINE_FEED);
  const [word, value = ''] = said.toString('latin1', 0, Math.max(end, 0)).split(' ');
  if (word === 'refused') {
    const refusal = REFUSAL_CODES.find((code) => code === value);
    return refusal ? { ok: false, refusal } : null;
  }
  const pageCount = Number(value);
  if (word !== 'pages' || !Number.isInteger(pageCount) || pageCount < 1) return null;
  return { ok: true, pages: said.subarray(end + 1), pageCount };
}
