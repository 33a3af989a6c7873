import {
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { type ZipEntry, zipOf } from './zip.ts';

const paragraph = (...runs: TextRun[]) => new Paragraph({ children: runs });
const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });

/** A letter with a heading, bold words, a list, a table, a page break and, if given, a picture. */
export async function docx(words = 'The plan denied the scan.', picture?: Buffer): Promise<Buffer> {
  const children = [
    new Paragraph({ text: 'Statement', heading: HeadingLevel.HEADING_1 }),
    paragraph(new TextRun(words), new TextRun({ text: ' This is bold.', bold: true })),
    new Paragraph({ text: 'First point', bullet: { level: 0 } }),
    new Paragraph({ text: 'Finer point', bullet: { level: 1 } }),
    new Paragraph({ text: 'Second point', bullet: { level: 0 } }),
    new Table({ rows: [new TableRow({ children: [cell('Date'), cell('What happened')] })] }),
    new Paragraph({ children: [new PageBreak(), new TextRun('On another page.')] }),
    ...(picture
      ? [
          new Paragraph({
            children: [
              new ImageRun({ type: 'png', data: picture, transformation: { width: 200, height: 200 } }),
            ],
          }),
        ]
      : []),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const DOCUMENT = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Plain words</w:t></w:r></w:p></w:body></w:document>`;

/** The least that is a DOCX, with whatever else is to be packed into it. */
export const docxWith = (...more: readonly ZipEntry[]): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', content: TYPES },
    { name: '_rels/.rels', content: RELATIONS },
    { name: 'word/document.xml', content: DOCUMENT },
    ...more,
  ]);

/** A document with a program of Word's in it. */
export const docm = (): Buffer => docxWith({ name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' });

/** A few kilobytes that unpack to hundreds of megabytes. */
export const docxBomb = (): Buffer =>
  docxWith({ name: 'word/media/image1.png', content: Buffer.alloc(300 * 1024 * 1024) });

/** As docxBomb, and it claims to be small. */
export const lyingDocxBomb = (): Buffer =>
  docxWith({ name: 'word/media/image1.png', content: Buffer.alloc(40 * 1024 * 1024), claimedBytes: 1_000 });

/** What Word makes of a DOCX with a password: an old container with an `EncryptedPackage` in it. */
export function encryptedDocx(): Buffer {
  const file = Buffer.alloc(4_096);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.write('EncryptedPackage', 1_024, 'utf16le');
  return file;
}

/** A document of Word 97, whatever its name says. */
export function oldWordFile(): Buffer {
  const file = encryptedDocx();
  file.fill(0, 1_024, 1_100);
  file.write('WordDocument', 1_024, 'utf16le');
  return file;
}
