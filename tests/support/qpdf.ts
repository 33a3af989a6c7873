import { createRequire } from 'node:module';
import createModule, { type QpdfInstance } from '@neslinesli93/qpdf-wasm';

export type PdfCheck = { readonly exitCode: number; readonly said: string };

/** What the package's own types leave out of its file system. */
type Files = QpdfInstance['FS'] & {
  writeFile(path: string, bytes: Uint8Array): void;
  init(read: () => null, write: (byte: number | null) => void, complain: (byte: number | null) => void): void;
};

const wasm = createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm');

/** What `qpdf --check` says of a PDF: exit code 0 where nothing is wrong with it. */
export async function checkPdf(pdf: Uint8Array): Promise<PdfCheck> {
  const bytes: number[] = [];
  const hear = (byte: number | null) => {
    if (byte !== null) bytes.push(byte);
  };
  const options = {
    locateFile: () => wasm,
    noInitialRun: true,
    preRun: [({ FS }: { FS: Files }) => FS.init(() => null, hear, hear)],
  };
  const qpdf = await createModule(options);
  (qpdf.FS as Files).writeFile('/checked.pdf', pdf);
  const exitCode = qpdf.callMain(['--check', '/checked.pdf']);
  return { exitCode, said: Buffer.from(bytes).toString('utf8') };
}
