import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';

/** Both parts of a letter. The text part says everything that the HTML part says. */
export async function printLetter(letter: Letter): Promise<{ subject: string; text: string; html: string }> {
  return { subject: letter.subject, text: letterText(letter), html: await letterHtml(letter) };
}
