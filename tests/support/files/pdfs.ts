import {
  degrees,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib';

type Sheet = { readonly words?: string; readonly turned?: 90 | 180 | 270; readonly size?: [number, number] };

/** A PDF with a page for each text; `Page 1 says …` can be searched for. */
export async function pdfOf(...sheets: readonly (Sheet | string)[]): Promise<Buffer> {
  const { document } = await drawn(sheets);
  return saved(document);
}

/** One that runs a script when it is opened, when a page is shown and when a link is followed, and carries a file. */
export async function pdfWithScript(): Promise<Buffer> {
  const { document, pages } = await drawn(['Harmless words']);
  const script = (text: string) => document.context.obj({ S: 'JavaScript', JS: PDFString.of(text) });
  document.addJavaScript('start', 'app.alert("SCRIPTOFDOCUMENT")');
  document.catalog.set(PDFName.of('OpenAction'), script('app.alert("SCRIPTOFOPENING")'));
  for (const { node } of pages) {
    node.set(PDFName.of('AA'), document.context.obj({ O: script('app.alert("SCRIPTOFPAGE")') }));
    node.set(
      PDFName.of('Metadata'),
      document.context.register(
        document.context.stream('<x>/home/someone/PRIVATEPATH</x>', { Type: 'Metadata' }),
      ),
    );
    const link = {
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 99, 99],
      A: script('app.alert("SCRIPTOFLINK")'),
    };
    node.set(
      PDFName.of('Annots'),
      document.context.obj([document.context.register(document.context.obj(link))]),
    );
  }
  await document.attach(Buffer.from('CARRIEDFILE'), 'carried.txt');
  document.setAuthor('PRIVATEAUTHOR');
  return saved(document);
}

/** One with a field that somebody filled in. */
export async function pdfWithForm(value: string): Promise<Buffer> {
  const { document, pages } = await drawn(['A form']);
  const field = document.getForm().createTextField('name');
  field.setText(value);
  if (pages[0]) field.addToPage(pages[0], { x: 50, y: 500, width: 250, height: 30 });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** Two pages that hold both pictures among what they may draw with, where each shows its own. */
export async function pdfWithSharedResources(first: Buffer, second: Buffer): Promise<Buffer> {
  const { document, pages } = await drawn(['First', 'Second']);
  const images = [await document.embedPng(first), await document.embedPng(second)];
  for (const [index, page] of pages.entries()) {
    const image = images[index];
    if (image) page.drawImage(image, { x: 100, y: 100, width: 100, height: 100 });
  }
  const all = document.context.obj({});
  for (const [index, image] of images.entries()) all.set(PDFName.of(`Shared${index}`), image.ref);
  for (const { node } of pages)
    for (const [name, image] of all.entries())
      node.Resources()?.lookup(PDFName.of('XObject'), PDFDict).set(name, image);
  return saved(document);
}

/** One that opens only with a password. */
export async function encryptedPdf(): Promise<Buffer> {
  const { document } = await drawn(['Secret']);
  document.encrypt({ userPassword: 'open sesame', ownerPassword: 'owner' });
  return saved(document);
}

/** One that everybody can read and that asks programs not to let it be printed. */
export async function restrictedPdf(): Promise<Buffer> {
  const { document } = await drawn(['Readable by all']);
  document.encrypt({ userPassword: '', ownerPassword: 'owner', permissions: { printing: false } });
  return saved(document);
}

/** One of so many empty pages, written by hand since libraries take their time over it. */
export function emptyPdf(pageCount: number): Buffer {
  const numbers = Array.from({ length: pageCount }, (_, index) => index + 3);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pageCount} /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
    ...numbers.map(() => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>'),
  ];
  return pdfOfObjects(objects);
}

/** One page that is painted over and over, for minutes. */
export function endlessPdf(): Buffer {
  const squares = '0.5 g 0 0 612 792 re f '.repeat(200_000);
  return pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>',
    `<< /Length ${squares.length} >>\nstream\n${squares}\nendstream`,
  ]);
}

export function pdfOfObjects(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

async function drawn(sheets: readonly (Sheet | string)[]) {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const pages: PDFPage[] = [];
  for (const sheet of sheets) {
    const {
      words = '',
      turned,
      size = [612, 792] as [number, number],
    } = typeof sheet === 'string' ? { words: sheet } : sheet;
    const page = document.addPage(size);
    page.drawText(words, { x: 50, y: size[1] - 92, font, size: 20 });
    if (turned) page.setRotation(degrees(turned));
    pages.push(page);
  }
  return { document, pages };
}

const saved = async (document: PDFDocument): Promise<Buffer> =>
  Buffer.from(await document.save({ useObjectStreams: false }));
