import type { Letter, LetterSection, LetterTable, Paragraph } from './letter.ts';
import { wrapText } from './wrap-text.ts';

/** The text part of a letter: what every reader can show, in the order of the HTML part. */
export function letterText(letter: Letter): string {
  const {
    greeting,
    paragraphs,
    sections = [],
    tables = [],
    beyond,
    button,
    closing,
    footnote,
    footnoteLinks = [],
  } = letter;
  const blocks = [
    greeting,
    ...paragraphs.map(plain),
    ...sections.flatMap(sectionText),
    ...tables.flatMap(tableText),
    ...(beyond ? [beyond] : []),
    ...(button ? [linkText(button)] : []),
    ...(closing ? [closing] : []),
    footnote,
    ...footnoteLinks.map(linkText),
  ];
  return `${blocks.map(wrapText).join('\n\n')}\n`;
}

/** "Call 555-0100" says it all; where a link leads has to be written out. */
const linkText = ({ label, href }: { readonly label: string; readonly href: string }): string =>
  href.startsWith('tel:') ? label : `${label}:\n${href}`;

const sectionText = ({ heading, count, rows, more }: LetterSection): string[] => [
  `${heading} (${count})`,
  ...rows.map(
    ({ when, note, text, href, reference }) => `${when} (${note})\n${text} (${reference})\n${href}`,
  ),
  ...(more ? [linkText(more)] : []),
];

/** A line of figures for each person: columns of figures would break where the text is narrow or read aloud. */
const tableText = ({ heading, columns, rows, note }: LetterTable): string[] => [
  heading,
  rows
    .map(({ name, cells }) => {
      const figures = cells.map((cell, index) => `${columns[index]}: ${cell}`);
      return `${name}\n${figures.join(', ')}`;
    })
    .join('\n'),
  note,
];

function plain(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return paragraph;
  return paragraph.map((part) => (typeof part === 'string' ? part : part.strong)).join('');
}
