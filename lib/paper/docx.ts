import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Block, isRightToLeft, printable, type Run, textOfRuns } from './blocks.ts';

/** Who writes, above the letter. */
export type Letterhead = { name: string; lines: readonly string[] };

export type DocxOptions = {
  title: string;
  language: string;
  letterhead?: Letterhead | null;
};

const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Microsoft YaHei', cs: 'Arial' };
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const INCH = 1440;
const BULLETS = 'bullets';
const MARKS = ['•', '◦', '▪'];
const deepestLevel = 8;

/** Sets blocks as a Word document on letter paper, each text in the direction of its first letter. */
export function docxOf(blocks: readonly Block[], options: DocxOptions): Promise<Buffer> {
  const lists = new Lists();
  const children = [
    ...letterheadOf(options.letterhead),
    ...blocks.flatMap((block) => elementsOf(block, lists)),
  ];
  const document = new Document({
    title: options.title,
    creator: 'Recourse',
    lastModifiedBy: 'Recourse',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 22, language: { value: options.language } },
          paragraph: { spacing: { after: 160, line: 264 } },
        },
      },
    },
    numbering: { config: lists.config },
    sections: [
      {
        properties: {
          page: {
            size: { width: 8.5 * INCH, height: 11 * INCH },
            margin: { top: INCH, right: INCH, bottom: INCH, left: INCH },
          },
        },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Every numbered list counts for itself, so each has a numbering of its own. */
class Lists {
  readonly config: { reference: string; levels: ILevelsOptions[] }[] = [
    { reference: BULLETS, levels: levels((level) => [LevelFormat.BULLET, MARKS[level % 3] ?? '•', 1]) },
  ];

  numbered(start: number): string {
    const reference = `numbers-${this.config.length}`;
    this.config.push({
      reference,
      levels: levels((level) => [LevelFormat.DECIMAL, `%${level + 1}.`, start]),
    });
    return reference;
  }
}

function levels(look: (level: number) => [ILevelsOptions['format'], string, number]): ILevelsOptions[] {
  return Array.from({ length: deepestLevel + 1 }, (_, level) => {
    const [format, text, start] = look(level);
    const indent = { left: 0.25 * INCH * (level + 1), hanging: 0.25 * INCH };
    return { level, format, text, start, alignment: AlignmentType.START, style: { paragraph: { indent } } };
  });
}

type Placing = { list?: { reference: string; level: number }; depth?: number };

function elementsOf(block: Block, lists: Lists, placing: Placing = {}): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph(block.runs, { heading: HEADINGS[block.level], keepNext: true })];
    case 'paragraph':
      return [paragraph(block.runs, placing.list ? { numbering: placing.list } : {})];
    case 'list':
      return listOf(block, lists, placing.depth ?? 0);
    case 'table':
      return [tableOf(block)];
    case 'rule':
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '888888' } } })];
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

function listOf(block: Extract<Block, { kind: 'list' }>, lists: Lists, depth: number): (Paragraph | Table)[] {
  const level = Math.min(depth, deepestLevel);
  const reference = block.ordered ? lists.numbered(block.start) : BULLETS;
  return block.items.flatMap((item) =>
    item.flatMap((part, index) =>
      elementsOf(part, lists, { depth: depth + 1, ...(index === 0 ? { list: { reference, level } } : {}) }),
    ),
  );
}

function tableOf(block: Extract<Block, { kind: 'table' }>): Table {
  const columns = Math.max(1, ...block.rows.map((row) => row.length));
  const rows = block.rows.length > 0 ? block.rows : [[]];
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          ...(block.hasHeader && index === 0 ? { tableHeader: true } : {}),
          children: Array.from({ length: columns }, (_, column) => {
            const runs = row[column] ?? [];
            const isHead = block.hasHeader && index === 0;
            return new TableCell({
              children: [paragraph(isHead ? runs.map((run) => ({ ...run, bold: true })) : runs)],
            });
          }),
        }),
    ),
  });
}

type ParagraphLook = Omit<Extract<ConstructorParameters<typeof Paragraph>[0], object>, 'children'>;

const paragraph = (runs: readonly Run[], look: ParagraphLook = {}): Paragraph =>
  new Paragraph({
    ...look,
    bidirectional: isRightToLeft(textOfRuns(runs)),
    children: runs.flatMap(textRunsOf),
  });

/** Word orders and shapes Arabic and Hebrew letters only in runs that say so. */
const RIGHT_TO_LEFT =
  /([\p{Script=Arabic}\p{Script=Hebrew}](?:[\p{Script=Arabic}\p{Script=Hebrew}\p{M}\u200c\u200d\s]*[\p{Script=Arabic}\p{Script=Hebrew}\p{M}])?)/u;
/** Marks that set a name apart in plain text; Word takes the direction from its runs. */
const ISOLATES = /[\u2066-\u2069]/g;

function textRunsOf({ text, bold, italic }: Run): TextRun[] {
  const look = { ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}) };
  return printable(text)
    .replace(ISOLATES, '')
    .replace(/_{4,}/g, '_'.repeat(30))
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [new TextRun({ break: 1 })] : []),
      ...line
        .split(RIGHT_TO_LEFT)
        .filter((piece) => piece !== '')
        .map((piece) => new TextRun({ ...look, text: piece, rightToLeft: RIGHT_TO_LEFT.test(piece) })),
    ]);
}

function letterheadOf(letterhead: Letterhead | null | undefined): Paragraph[] {
  if (!letterhead) return [];
  return [
    new Paragraph({
      children: [new TextRun({ text: letterhead.name, bold: true, size: 30 })],
      spacing: { after: 40 },
    }),
    new Paragraph({
      children: [new TextRun({ text: letterhead.lines.join('  ·  '), size: 19, color: '555555' })],
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '555555' } },
      spacing: { after: 400 },
    }),
  ];
}
