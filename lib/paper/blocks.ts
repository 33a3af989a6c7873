import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';

/** Text of one look. A line break within a paragraph is a `\n` in its text. */
export type Run = { text: string; bold?: boolean; italic?: boolean };
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; runs: readonly Run[] }
  | { kind: 'paragraph'; runs: readonly Run[] }
  | { kind: 'list'; ordered: boolean; start: number; items: readonly (readonly Block[])[] }
  | { kind: 'table'; hasHeader: boolean; rows: readonly (readonly (readonly Run[])[])[] }
  | { kind: 'rule' }
  | { kind: 'pageBreak' };

type Look = Pick<Run, 'bold' | 'italic'>;

const deepestNesting = 12;

/**
 * The blocks of a text in the light markup of letters: headings, lists, bold, italic, tables, `---` for a rule, `____`
 * for a line to write on. Everything else, HTML and links included, stays the text it is.
 */
export function blocksOfText(markup: string): Block[] {
  return splitPages(markup).flatMap((page, index) => [
    ...(index > 0 ? [{ kind: 'pageBreak' } as const] : []),
    ...blocksOfTokens(lexer(page, { gfm: true, breaks: true }), 0),
  ]);
}

/** The blocks of a text without any markup: paragraphs parted by empty lines, each line kept as a line. */
export function blocksOfPlainText(text: string): Block[] {
  return splitPages(text).flatMap((page, index) => [
    ...(index > 0 ? [{ kind: 'pageBreak' } as const] : []),
    ...page
      .split(/\n[^\S\n]*\n\s*/)
      .filter((paragraph) => paragraph.trim() !== '')
      .map(
        (paragraph): Block => ({ kind: 'paragraph', runs: [{ text: paragraph.replace(/^\n+|\s+$/g, '') }] }),
      ),
  ]);
}

/** What the blocks say, without their look: one line per block, cells parted by tabs. */
export function plainTextOf(blocks: readonly Block[]): string {
  return blocks.map(textOfBlock).filter(Boolean).join('\n\n');
}

/** Whether a text is read from right to left: its first letter is Arabic or Hebrew. */
export function isRightToLeft(text: string): boolean {
  return /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
}

/** Control characters have no look, and marks that turn the letters of others around make a paper say something else. */
const UNPRINTABLE = /(?![\n\t])\p{Cc}|[\u202a-\u202e]/gu;
export const printable = (text: string): string => text.replace(UNPRINTABLE, '');

export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textOfRuns(block.runs);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${block.start + index}.` : '•'} ${plainTextOf(item)}`)
        .join('\n');
    case 'table':
      return block.rows.map((row) => row.map(textOfRuns).join('\t')).join('\n');
    case 'rule':
    case 'pageBreak':
      return '';
  }
}

const splitPages = (text: string): string[] => text.replace(/\r\n?/g, '\n').split('\f');

function blocksOfTokens(tokens: readonly Token[], depth: number): Block[] {
  return (tokens as readonly MarkedToken[]).flatMap((token): Block[] => blocksOfToken(token, depth));
}

function blocksOfToken(token: MarkedToken, depth: number): Block[] {
  if (depth > deepestNesting) return paragraphOf([{ text: token.raw.trim() }]);
  if (token.type === 'space') return [];
  if (token.type === 'hr') return [ruleOf(token.raw.trim())];
  if (token.type === 'heading')
    return [{ kind: 'heading', level: levelOf(token.depth), runs: runsOf(token.tokens) }];
  if (token.type === 'list')
    return [
      {
        kind: 'list',
        ordered: token.ordered,
        start: token.start === '' ? 1 : token.start,
        items: token.items.map((item) => blocksOfTokens(item.tokens, depth + 1)),
      },
    ];
  if (token.type === 'table') return [tableOf(token)];
  if (token.type === 'blockquote') return blocksOfTokens(token.tokens, depth + 1);
  if (token.type === 'paragraph' || (token.type === 'text' && token.tokens))
    return paragraphOf(runsOf(token.tokens ?? []));
  // Indented lines are an address or a quotation here, never a program.
  if (token.type === 'code') return paragraphOf([{ text: token.text }]);
  return paragraphOf([{ text: plain(token.raw.trim()) }]);
}

/** Dashes part the text; underscores are a line to sign on, eight of them one across the page. */
const ruleOf = (raw: string): Block =>
  raw.startsWith('_')
    ? { kind: 'paragraph', runs: [{ text: raw.length < 8 ? '____' : '________' }] }
    : { kind: 'rule' };

const levelOf = (depth: number): 1 | 2 | 3 => (depth === 1 ? 1 : depth === 2 ? 2 : 3);

const paragraphOf = (runs: readonly Run[]): Block[] =>
  textOfRuns(runs).trim() === '' ? [] : [{ kind: 'paragraph', runs }];

function tableOf(token: Tokens.Table): Block {
  const header = token.header.map((cell) => runsOf(cell.tokens));
  const hasHeader = header.some((runs) => textOfRuns(runs).trim() !== '');
  const rows = token.rows.map((row) => row.map((cell) => runsOf(cell.tokens)));
  return { kind: 'table', hasHeader, rows: hasHeader ? [header, ...rows] : rows };
}

function runsOf(tokens: readonly Token[], look: Look = {}): Run[] {
  return joined((tokens as readonly MarkedToken[]).flatMap((token) => runsOfToken(token, look)));
}

function runsOfToken(token: MarkedToken, look: Look): Run[] {
  if (token.type === 'strong') return runsOf(token.tokens, { ...look, bold: true });
  if (token.type === 'em') return runsOf(token.tokens, { ...look, italic: true });
  if (token.type === 'br') return [{ text: '\n', ...look }];
  if (token.type === 'escape') return [{ text: token.text, ...look }];
  if (token.type === 'text' && token.tokens) return runsOf(token.tokens, look);
  return [{ text: plain(token.raw), ...look }];
}

/** A line end that the lexer left within a text is a line end of the paragraph. */
const plain = (text: string): string => text.replace(/ *\n */g, '\n');

function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && last.bold === run.bold && last.italic === run.italic) last.text += run.text;
    else if (run.text !== '') result.push({ ...run });
  }
  return result;
}
