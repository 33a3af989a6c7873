import { inflateSync } from 'node:zlib';
import { PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { isStream, nameOf } from './pdf-objects.ts';

const LONGEST_CONTENT_BYTES = 64 * 1024 * 1024;
const NAME = /\/([^\s\p{Cc}()<>[\]{}/%]*)/gu;

/**
 * Every name that stands in the contents of a page, and perhaps some that only look like one; null when the contents
 * cannot be read for certain.
 */
export function namesIn(contents: readonly PDFObject[]): ReadonlySet<PDFName> | null {
  const names = new Set<PDFName>();
  for (const part of contents) {
    const text = textOf(part);
    if (text === null) return null;
    for (const [, name = ''] of text.matchAll(NAME)) names.add(PDFName.of(name));
  }
  return names;
}

function textOf(part: PDFObject): string | null {
  if (!isStream(part)) return null;
  const filter = part.dict.get(nameOf('Filter'));
  if (part.dict.has(nameOf('DecodeParms'))) return null;
  if (filter === undefined) return Buffer.from(part.contents).toString('latin1');
  if (filter !== nameOf('FlateDecode') && filter.toString() !== '[ /FlateDecode ]') return null;
  try {
    return inflateSync(part.contents, { maxOutputLength: LONGEST_CONTENT_BYTES }).toString('latin1');
  } catch {
    return null;
  }
}
