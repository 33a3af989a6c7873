const UTF8 = 'utf-8';
const WINDOWS = 'windows-1252';

/** What no text has: control characters other than tab, line feed, form feed, carriage return and the second page of them. */
const CONTROLS = /[^\P{Cc}\t\n\f\r\u0080-\u009f]/u;
/** Codes that Windows-1252 gives no character. */
const UNUSED_IN_WINDOWS = /[\u0081\u008d\u008f\u0090\u009d]/;

/** Whether the first bytes of a file are those of a text; the last character may be cut. */
export const looksLikeText = (firstBytes: Buffer): boolean => decode(firstBytes, true) !== null;

/** The text of a whole file in UTF-8, UTF-16 with its mark, or Windows-1252; null when it is not a text. */
export const readPlainText = (bytes: Buffer): string | null => decode(bytes, false);

function decode(bytes: Buffer, mayBeCut: boolean): string | null {
  const marked = encodingOfMark(bytes);
  const text = marked
    ? decodeAs(marked, bytes, mayBeCut)
    : (decodeAs(UTF8, bytes, mayBeCut) ?? decodeWindows(bytes));
  return text === null || CONTROLS.test(text) ? null : text;
}

function encodingOfMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? UTF8 : null;
}

function decodeAs(encoding: string, bytes: Buffer, mayBeCut: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: mayBeCut });
  } catch {
    return null;
  }
}

const decodeWindows = (bytes: Buffer): string | null =>
  UNUSED_IN_WINDOWS.test(bytes.toString('latin1')) ? null : decodeAs(WINDOWS, bytes, false);
