import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

export const nameOf = (text: string): PDFName => PDFName.of(text);

/** Every object that can be reached from one, itself first; references are followed once each. */
export function* reach(
  context: PDFContext,
  start: PDFObject,
  isFollowed: (key: PDFName) => boolean = () => true,
): Generator<{ readonly object: PDFObject; readonly ref: PDFRef | null }> {
  const seen = new Set<PDFRef>();
  const waiting: PDFObject[] = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const ref = next instanceof PDFRef ? next : null;
    if (ref) {
      if (seen.has(ref)) continue;
      seen.add(ref);
    }
    const object = ref ? context.lookup(ref) : next;
    if (!object) continue;
    yield { object, ref };
    waiting.push(...partsOf(object, isFollowed));
  }
}

function partsOf(object: PDFObject, isFollowed: (key: PDFName) => boolean): PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  const dict = dictOf(object);
  return dict ? dict.entries().flatMap(([key, value]) => (isFollowed(key) ? [value] : [])) : [];
}

export function dictOf(object: PDFObject | undefined): PDFDict | null {
  if (object instanceof PDFStream) return object.dict;
  return object instanceof PDFDict ? object : null;
}

export const isStream = (object: PDFObject | undefined): object is PDFRawStream =>
  object instanceof PDFRawStream;

export function keepKeys(dict: PDFDict, kept: ReadonlySet<string>): void {
  for (const key of dict.keys()) if (!kept.has(key.decodeText())) dict.delete(key);
}
