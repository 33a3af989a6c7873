import { looksLikeText } from './plain-text.ts';
import type { RefusalCode } from './refusals.ts';

/** So many first bytes of a file decide its type. */
export const SNIFFED_BYTES = 4_096;

export type Sniffed =
  | { readonly ok: true; readonly mediaType: string }
  | { readonly ok: false; readonly refusal: RefusalCode };

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What the end of a name promises. */
const PROMISES: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  jpe: ['image/jpeg'],
  jfif: ['image/jpeg'],
  png: ['image/png'],
  heic: ['image/heic'],
  heif: ['image/heic'],
  hif: ['image/heic'],
  tif: ['image/tiff'],
  tiff: ['image/tiff'],
  docx: [DOCX],
  txt: ['text/plain'],
  text: ['text/plain'],
};
const MACRO_EXTENSIONS = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'xlam', 'pptm', 'potm', 'ppsm', 'ppam']);

/**
 * Says what a file is by its first bytes (up to SNIFFED_BYTES of them), and refuses it unless the end of its name says
 * the same. A file counts as what it begins with: junk before the marker is not skipped, and what trails behind the end
 * is left behind when pages are made. What is deeper inside is the inspection's to find.
 */
export function sniffType(firstBytes: Buffer, fileName: string): Sniffed {
  if (firstBytes.length === 0) return no('empty');
  const extension = extensionOf(fileName);
  if (MACRO_EXTENSIONS.has(extension)) return no('macros');
  const promised = PROMISES[extension];
  const found = contentOf(firstBytes);
  if (!promised) return no(found === null || extension !== '' ? 'unknown-type' : 'wrong-extension');
  if (found === 'compound' && promised.includes(DOCX))
    return no(isOldWordFile(firstBytes) ? 'wrong-extension' : 'encrypted');
  return found !== null && promised.includes(found) ? { ok: true, mediaType: found } : no('wrong-extension');
}

const no = (refusal: RefusalCode): Sniffed => ({ ok: false, refusal });

function extensionOf(fileName: string): string {
  const name = fileName.trim();
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** A media type; `compound` is the container of old Office files and of encrypted new ones. */
function contentOf(bytes: Buffer): string | null {
  if (/^(?:\u00ef\u00bb\u00bf)?[\t\n\f\r ]{0,16}%PDF-/.test(bytes.toString('latin1', 0, 32)))
    return 'application/pdf';
  if (startsWith(bytes, 'ffd8ff')) return 'image/jpeg';
  if (startsWith(bytes, '89504e470d0a1a0a')) return 'image/png';
  if (['49492a00', '4d4d002a', '49492b00', '4d4d002b'].some((marker) => startsWith(bytes, marker)))
    return 'image/tiff';
  if (isHeif(bytes)) return 'image/heic';
  if (startsWith(bytes, '504b0304')) return DOCX;
  if (startsWith(bytes, 'd0cf11e0a1b11ae1')) return 'compound';
  return looksLikeText(bytes) ? 'text/plain' : null;
}

const startsWith = (bytes: Buffer, hex: string): boolean =>
  bytes.subarray(0, hex.length / 2).toString('hex') === hex;

const HEIF_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1']);

/** AVIF shares the container, and its brand `mif1`, with HEIF. */
function isHeif(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  const box = bytes.toString('latin1', 8, Math.min(bytes.readUInt32BE(0), 256));
  return HEIF_BRANDS.has(box.slice(0, 4)) && !/avi[fs]/.test(box);
}

const isOldWordFile = (bytes: Buffer): boolean =>
  bytes.includes(Buffer.from('WordDocument', 'utf16le')) &&
  !bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
