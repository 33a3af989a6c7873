import { blocksOfPlainText } from '../paper/blocks.ts';
import { typeset } from '../paper/typeset.ts';
import { Refused } from './answer.ts';
import { readPlainText } from './plain-text.ts';

/** A thousand dense pages; a longer text is a log or a dump. */
const LONGEST_TEXT = 5_000_000;

/** The pages of a plain text: its paragraphs, each line kept as a line. Throws Refused. */
export async function pagesOfText(bytes: Buffer): Promise<Buffer> {
  const text = readPlainText(bytes);
  if (text === null) throw new Refused('wrong-extension');
  if (text.trim() === '') throw new Refused('empty');
  if (text.length > LONGEST_TEXT) throw new Refused('too-many-pages');
  const blocks = blocksOfPlainText(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
  return typeset({ template: 'words', data: { title: 'Text', language: 'en', blocks } });
}
