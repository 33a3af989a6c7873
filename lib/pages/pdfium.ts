import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Methods } from '@embedpdf/pdfium';

/** `interactive`: its pages are made by a program within it; `endless`: a page takes too long to draw. */
export type PdfProblem = 'encrypted' | 'damaged' | 'interactive' | 'endless';

/** A PDF that cannot be worked on, and why. */
export class UnusablePdf extends Error {
  override name = 'UnusablePdf';
  readonly problem: PdfProblem;
  constructor(problem: PdfProblem) {
    super(`the PDF is ${problem}`);
    this.problem = problem;
  }
}

/** The library and its memory; addresses are numbers, and 0 is nothing. */
export type Pdfium = Methods & {
  readonly pdfium: {
    readonly HEAPU8: Uint8Array;
    setValue(address: number, value: number, type: 'i32'): void;
    addFunction(called: (...values: number[]) => number, signature: string): number;
    removeFunction(address: number): void;
    readonly wasmExports: { malloc(byteCount: number): number; free(address: number): void };
  };
};

const BINARY = path.join('node_modules', '@embedpdf', 'pdfium', 'dist', 'pdfium.wasm');
/** The library's memory grows and never shrinks: beyond this, the next to use it gets a new one. */
const WORTH_KEEPING_BYTES = 128 * 1024 * 1024;
const ENCRYPTED = [4, 5];
const WRITER_VERSION = 1;

let loading: Promise<Pdfium> | undefined;

async function load(): Promise<Pdfium> {
  const { init } = await import('@embedpdf/pdfium');
  const binary = await readFile(path.join(/* turbopackIgnore: true */ process.cwd(), BINARY));
  const wasmBinary = new Uint8Array(binary).buffer;
  const pdfium = (await init({ wasmBinary } as Parameters<typeof init>[0])) as unknown as Pdfium;
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/**
 * Works with the library without letting go of it; what `opened` was told to close is closed at the end, last first. After
 * a failure inside the library its memory cannot be trusted, so that the next use begins with a new one.
 */
export async function withPdfium<T>(work: (pdfium: Pdfium, opened: DisposableStack) => T): Promise<T> {
  loading ??= load();
  const mine = loading;
  const pdfium = await mine;
  const opened = new DisposableStack();
  try {
    const result = work(pdfium, opened);
    opened.dispose();
    if (pdfium.pdfium.HEAPU8.byteLength > WORTH_KEEPING_BYTES) forget(mine);
    return result;
  } catch (error) {
    if (error instanceof UnusablePdf || error instanceof RangeError) opened.dispose();
    else forget(mine);
    throw error;
  }
}

function forget(instance: Promise<Pdfium>): void {
  if (loading === instance) loading = undefined;
}

/** Memory of the library, given back at the end. */
export function allocate(pdfium: Pdfium, opened: DisposableStack, byteCount: number): number {
  const address = pdfium.pdfium.wasmExports.malloc(byteCount);
  if (address === 0) throw new Error('the PDF library has no memory left');
  opened.defer(() => pdfium.pdfium.wasmExports.free(address));
  return address;
}

export function copyIn(pdfium: Pdfium, opened: DisposableStack, bytes: Uint8Array): number {
  const address = allocate(pdfium, opened, bytes.byteLength);
  pdfium.pdfium.HEAPU8.set(bytes, address);
  return address;
}

/**
 * Opens a PDF whose bytes stay where they are: the library asks for the parts it needs. Throws UnusablePdf. A PDF that only
 * restricts printing opens, since everybody can read it.
 */
export function openPdf(pdfium: Pdfium, opened: DisposableStack, pdf: Uint8Array): number {
  const give = called(pdfium, opened, 'iiiii', (_, position = 0, into = 0, byteCount = 0) => {
    const part = pdf.subarray(position >>> 0, (position >>> 0) + byteCount);
    pdfium.pdfium.HEAPU8.set(part, into);
    return part.length === byteCount ? 1 : 0;
  });
  const file = structure(pdfium, opened, [pdf.byteLength, give, 0]);
  const document = pdfium.FPDF_LoadCustomDocument(file, '');
  if (document === 0)
    throw new UnusablePdf(ENCRYPTED.includes(pdfium.FPDF_GetLastError()) ? 'encrypted' : 'damaged');
  opened.defer(() => pdfium.FPDF_CloseDocument(document));
  return document;
}

/** A function that the library can call. */
export function called(
  pdfium: Pdfium,
  opened: DisposableStack,
  signature: string,
  work: (...values: number[]) => number,
): number {
  const address = pdfium.pdfium.addFunction(work, signature);
  opened.defer(() => pdfium.pdfium.removeFunction(address));
  return address;
}

/** Numbers in a row, as the library's structures are laid out. */
export function structure(pdfium: Pdfium, opened: DisposableStack, fields: readonly number[]): number {
  const address = allocate(pdfium, opened, fields.length * 4);
  for (const [index, field] of fields.entries()) pdfium.pdfium.setValue(address + index * 4, field, 'i32');
  return address;
}

export function newPdf(pdfium: Pdfium, opened: DisposableStack): number {
  const document = pdfium.FPDF_CreateNewDocument();
  if (document === 0) throw new Error('the PDF library made no document');
  opened.defer(() => pdfium.FPDF_CloseDocument(document));
  return document;
}

/** Pages count from 1. Throws RangeError for one that is not there, UnusablePdf for one that cannot be read. */
export function withPage<T>(pdfium: Pdfium, document: number, page: number, work: (page: number) => T): T {
  requirePage(pdfium, document, page);
  const loaded = pdfium.FPDF_LoadPage(document, page - 1);
  if (loaded === 0) throw new UnusablePdf('damaged');
  try {
    return work(loaded);
  } finally {
    pdfium.FPDF_ClosePage(loaded);
  }
}

function requirePage(pdfium: Pdfium, document: number, page: number): void {
  const count = pdfium.FPDF_GetPageCount(document);
  if (!Number.isInteger(page) || page < 1 || page > count)
    throw new RangeError(`there is no page ${page} of ${count}`);
}

/** Takes pages of one document, counted from 1, into another, from its place `at` (counted from 0) on. */
export function takePages(
  pdfium: Pdfium,
  opened: DisposableStack,
  from: number,
  into: number,
  pages: readonly number[],
  at = 0,
): void {
  for (const page of pages) requirePage(pdfium, from, page);
  const indexes = new Uint8Array(Int32Array.from(pages, (page) => page - 1).buffer);
  const address = copyIn(pdfium, opened, indexes);
  if (!pdfium.FPDF_ImportPagesByIndex(into, from, address, pages.length, at))
    throw new UnusablePdf('damaged');
}

export function savePdf(pdfium: Pdfium, opened: DisposableStack, document: number): Buffer {
  const parts: Buffer[] = [];
  const take = called(pdfium, opened, 'iiii', (_, from = 0, byteCount = 0) => {
    parts.push(Buffer.from(pdfium.pdfium.HEAPU8.slice(from, from + byteCount).buffer));
    return 1;
  });
  const writer = structure(pdfium, opened, [WRITER_VERSION, take]);
  if (!pdfium.FPDF_SaveAsCopy(document, writer, 0)) throw new Error('the PDF library saved nothing');
  return Buffer.concat(parts);
}
