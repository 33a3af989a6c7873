import { createHash } from 'node:crypto';
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

/** Small ones travel with their page. */
const HEAVY_BYTES = 4_096;
const MARK = 'recourse:';
const MARK_LENGTH = MARK.length + 64 + 1;

/** The bytes of pictures by the mark that stands for them while the paper is set. */
export type Luggage = Map<string, Buffer>;

/**
 * A PDF whose pictures are marks: setting type holds every byte of a page several times over, so the pictures of a long
 * packet go around it and are put back by `withLuggage`. Their bytes stay as they are, whatever they are encoded in.
 */
export async function withoutPictures(pdf: Buffer, luggage: Luggage): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = document;
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !isLuggage(object)) continue;
    const bytes = Buffer.from(object.contents);
    const mark = `${MARK}${createHash('sha256').update(bytes).digest('hex')};`;
    luggage.set(mark, bytes);
    context.assign(reference, PDFRawStream.of(object.dict, Buffer.from(mark)));
  }
  return Buffer.from(await document.save({ useObjectStreams: false, updateFieldAppearances: false }));
}

/** A stream that looks like a mark travels as luggage too, so that every mark in a set paper is one of ours. */
function isLuggage({ dict, contents }: PDFRawStream): boolean {
  if (
    contents.length === MARK_LENGTH &&
    Buffer.from(contents.buffer, contents.byteOffset, MARK.length).equals(Buffer.from(MARK))
  )
    return true;
  return isPicture(dict) && contents.length > HEAVY_BYTES;
}

const isPicture = (dict: PDFDict): boolean => dict.get(PDFName.of('Subtype')) === PDFName.of('Image');

type Place = { readonly at: number; readonly mark: string; readonly lengthAt: number };

/**
 * Puts the pictures back where their marks are, piece by piece, with the lengths and the cross-reference table that
 * follow from it.
 *
 * @throws where the paper is not laid out as the typesetter lays it out: better no packet than a broken one
 */
export function* withLuggage(paper: Buffer, luggage: Luggage): Generator<Buffer> {
  const places = placesIn(paper, luggage);
  const table = crossReferencesOf(paper);
  const shifts: { readonly from: number; readonly by: number }[] = [];
  let done = 0;
  let grown = 0;
  for (const { at, mark, lengthAt } of places) {
    const bytes = luggage.get(mark) as Buffer;
    const length = Buffer.from(String(bytes.length));
    yield paper.subarray(done, lengthAt);
    yield length;
    yield paper.subarray(lengthAt + String(MARK_LENGTH).length, at);
    yield bytes;
    done = at + MARK_LENGTH;
    grown += length.length - String(MARK_LENGTH).length + bytes.length - MARK_LENGTH;
    shifts.push({ from: at, by: grown });
  }
  yield paper.subarray(done, table.entriesAt);
  yield Buffer.from(table.offsets.map((entry) => rowOf(entry, shifts)).join(''));
  const rest = paper.subarray(table.endsAt).toString('latin1');
  yield Buffer.from(rest.replace(/startxref\s+\d+/, `startxref\n${table.at + grown}`), 'latin1');
}

function placesIn(paper: Buffer, luggage: Luggage): Place[] {
  const places: Place[] = [];
  const before = Buffer.from(`stream\n${MARK}`);
  for (let found = paper.indexOf(before); found >= 0; found = paper.indexOf(before, found + 1)) {
    const at = found + before.length - MARK.length;
    const mark = paper.toString('latin1', at, at + MARK_LENGTH);
    const length = `/Length ${MARK_LENGTH}`;
    const declared = paper.lastIndexOf(length, found);
    const opened = paper.lastIndexOf(' obj\n', found);
    if (!luggage.has(mark) || declared < opened)
      throw new Error('a mark of a picture is not where it belongs');
    places.push({ at, mark, lengthAt: declared + '/Length '.length });
  }
  return places;
}

type Entry = { readonly offset: number; readonly rest: string };

function crossReferencesOf(paper: Buffer) {
  const tail = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(paper.toString('latin1', paper.length - 64));
  const at = Number(tail?.[1]);
  const head = /^xref\s+0 (\d+)\s*\n/.exec(paper.toString('latin1', at, at + 40));
  if (!head) throw new Error('the paper has no plain cross-reference table');
  const entriesAt = at + head[0].length;
  const endsAt = entriesAt + Number(head[1]) * ENTRY_LENGTH;
  const text = paper.toString('latin1', entriesAt, endsAt);
  const offsets = Array.from({ length: Number(head[1]) }, (_, index): Entry => {
    const row = text.slice(index * ENTRY_LENGTH, (index + 1) * ENTRY_LENGTH);
    return { offset: Number(row.slice(0, 10)), rest: row.slice(10) };
  });
  return { at, entriesAt, endsAt, offsets };
}

const ENTRY_LENGTH = 20;

/** One row of the table; a free object points at no place. */
function rowOf({ offset, rest }: Entry, shifts: readonly { from: number; by: number }[]): string {
  if (!rest.includes('n')) return `${String(offset).padStart(10, '0')}${rest}`;
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifts[middle]?.from ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return `${String(offset + (shifts[low - 1]?.by ?? 0)).padStart(10, '0')}${rest}`;
}
