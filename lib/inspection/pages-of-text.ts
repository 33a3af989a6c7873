import { blocksOfPlainText } from '../paper/blocks.ts';
import { typeset } from '../paper/typeset.ts';
import { Refused } from './answer.ts';
import { readPlainText } from './plain-text.ts';
import { requireFewPages, withBreaks } from './text-limits.ts';

/** The pages of a plain text: its paragraphs, each line kept as a line. Throws Refused. */
export async function pagesOfText(bytes: Buffer): Promise<Buffer> {
  const text = readPlainText(bytes);
  if (text === null) throw new Refused('wrong-extension');
  if (text.trim() === '') throw new Refused('empty');
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  requireFewPages(lines);
  const blocks = blocksOfPlainText(withBreaks(lines));
  return typeset({ template: 'words', data: { title: 'Text', language: 'en', blocks } });
}
