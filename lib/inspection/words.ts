import type { Block, Run } from '../paper/blocks.ts';
import { withBreaks } from './text-limits.ts';

/** An element of a DOCX as mammoth reads it; which parts are there follows from its type. */
type Element = {
  readonly type: string;
  readonly children?: readonly Element[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly numbering?: { readonly level: string | number; readonly isOrdered: boolean } | null;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isHeader?: boolean;
  readonly breakType?: string;
  readonly checked?: boolean;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly body?: readonly Element[];
  readonly readAsBuffer?: () => Promise<Buffer>;
};

export type WordDocument = Element & {
  readonly notes: { resolve(reference: Element): Element | null };
};

type Words = { readonly blocks: readonly Block[]; readonly pictures: readonly (() => Promise<Buffer>)[] };
type Item = Extract<Block, { kind: 'list' }>['items'][number];
type Look = Pick<Run, 'bold' | 'italic'>;

/** Where a page ends in the midst of a paragraph. */
const PAGE_BREAK = Symbol('page break');
type Piece = Run | typeof PAGE_BREAK;

/** The words of a document as blocks, its notes at the end, and its pictures in the order of the words. */
export function wordsOf(document: WordDocument): Words {
  const reader = new Reader(document);
  const blocks = reader.blocksOf(document.children ?? []);
  return { blocks: [...blocks, ...reader.notes()], pictures: reader.pictures };
}

class Reader {
  readonly pictures: (() => Promise<Buffer>)[] = [];
  readonly #document: WordDocument;
  readonly #noted: Element[] = [];

  constructor(document: WordDocument) {
    this.#document = document;
  }

  blocksOf(elements: readonly Element[]): Block[] {
    const blocks: Block[] = [];
    for (let at = 0; at < elements.length; at += 1) {
      const element = elements[at];
      if (!element) continue;
      if (element.type === 'table') blocks.push(this.#table(element));
      else if (element.numbering) {
        const items = takeWhile(elements.slice(at), ({ numbering }) => Boolean(numbering));
        blocks.push(...this.#list(items, levelOf(items[0])));
        at += items.length - 1;
      } else blocks.push(...this.#paragraph(element));
    }
    return blocks;
  }

  notes(): Block[] {
    const blocks: Block[] = [];
    // A note may refer to another, which is then read in its turn.
    for (let index = 0; index < this.#noted.length; index += 1) {
      const note = this.#noted[index];
      const body = (note && this.#document.notes.resolve(note)?.body) ?? [];
      const runs = body.flatMap((part) => withoutBreaks(this.#pieces(part, {})));
      blocks.push({ kind: 'paragraph', runs: [{ text: `[${index + 1}] ` }, ...runs] });
    }
    return blocks.length > 0 ? [{ kind: 'rule' }, ...blocks] : [];
  }

  #paragraph(element: Element): Block[] {
    const level = headingLevel(element.styleName);
    return splitAtBreaks(this.#pieces(element, {})).flatMap((runs, index): Block[] => {
      const hasWords = runs.some(({ text }) => text.trim() !== '');
      const words: Block[] = !hasWords
        ? []
        : [level ? { kind: 'heading', level, runs } : { kind: 'paragraph', runs }];
      return index > 0 ? [{ kind: 'pageBreak' }, ...words] : words;
    });
  }

  #list(paragraphs: readonly Element[], level: number): Block[] {
    const lists: { kind: 'list'; ordered: boolean; start: number; items: Item[] }[] = [];
    for (let at = 0; at < paragraphs.length; at += 1) {
      const paragraph = paragraphs[at];
      if (!paragraph) continue;
      const last = lists.at(-1);
      if (levelOf(paragraph) > level && last) {
        const deeper = takeWhile(paragraphs.slice(at), (each) => levelOf(each) > level);
        const item = last.items.pop() ?? [];
        last.items.push([...item, ...this.#list(deeper, levelOf(paragraph))]);
        at += deeper.length - 1;
        continue;
      }
      const ordered = paragraph.numbering?.isOrdered ?? false;
      const item: Item = [{ kind: 'paragraph', runs: withoutBreaks(this.#pieces(paragraph, {})) }];
      if (last?.ordered === ordered) last.items.push(item);
      else lists.push({ kind: 'list', ordered, start: 1, items: [item] });
    }
    return lists;
  }

  #table(table: Element): Block {
    const rows = (table.children ?? []).filter(({ type }) => type === 'tableRow');
    const cells = rows.map((row) => (row.children ?? []).map((cell) => this.#cell(cell)));
    const width = Math.max(1, ...cells.map((row) => row.length));
    return {
      kind: 'table',
      hasHeader: rows[0]?.isHeader ?? false,
      rows: cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => [])]),
    };
  }

  #cell(cell: Element): Run[] {
    const lines = (cell.children ?? []).map((part) => withoutBreaks(this.#pieces(part, {})));
    return lines.flatMap((runs, index) => (index > 0 ? [{ text: '\n' }, ...runs] : runs));
  }

  #pieces(element: Element, look: Look): Piece[] {
    const { type, children = [] } = element;
    switch (type) {
      case 'text':
        return [{ text: withBreaks(element.value ?? ''), ...look }];
      case 'tab':
        return [{ text: '\u2003', ...look }];
      case 'checkbox':
        return [{ text: element.checked ? '[x]' : '[ ]', ...look }];
      case 'break':
        return [element.breakType === 'page' ? PAGE_BREAK : { text: '\n', ...look }];
      case 'image':
        return [this.#picture(element)];
      case 'noteReference':
        return [{ text: `[${this.#noted.push(element)}]`, ...look }];
      case 'commentReference':
        return [];
      case 'run': {
        const own = {
          ...look,
          ...(element.isBold && { bold: true }),
          ...(element.isItalic && { italic: true }),
        };
        return children.flatMap((child) => this.#pieces(child, own));
      }
      case 'tableCell':
      case 'tableRow':
        return [...children.flatMap((child) => this.#pieces(child, look)), { text: '\n' }];
      default:
        return children.flatMap((child) => this.#pieces(child, look));
    }
  }

  #picture({ readAsBuffer }: Element): Run {
    if (!readAsBuffer) return { text: '[a picture]', italic: true };
    const number = this.pictures.push(readAsBuffer);
    return { text: `[picture ${number}: see the pages after the text]`, italic: true };
  }
}

function headingLevel(styleName: string | null | undefined): 1 | 2 | 3 | null {
  if (/^title$/i.test(styleName ?? '')) return 1;
  const level = Number(/^heading (\d)/i.exec(styleName ?? '')?.[1] ?? 0);
  return level === 0 ? null : level === 1 ? 1 : level === 2 ? 2 : 3;
}

const levelOf = (element: Element | undefined): number => Number(element?.numbering?.level ?? 0);

const withoutBreaks = (pieces: readonly Piece[]): Run[] =>
  pieces.map((piece) => (piece === PAGE_BREAK ? { text: '\n' } : piece));

function splitAtBreaks(pieces: readonly Piece[]): Run[][] {
  const parts: Run[][] = [[]];
  for (const piece of pieces) {
    if (piece === PAGE_BREAK) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
}

function takeWhile<T>(items: readonly T[], holds: (item: T) => boolean): T[] {
  const end = items.findIndex((item) => !holds(item));
  return items.slice(0, end < 0 ? items.length : end);
}
