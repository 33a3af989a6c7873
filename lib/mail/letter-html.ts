import { type CSSProperties, createElement, Fragment, type ReactNode } from 'react';
import {
  Body,
  Button,
  Column,
  Container,
  Head,
  Heading,
  Html,
  Link,
  Preview,
  Row,
  render,
  Text,
} from 'react-email';
import type { Letter, LetterRow, LetterSection, LetterTable, Paragraph } from './letter.ts';
import { LOOK, STYLE_SHEET, typeOf } from './letter-look.ts';

/** The HTML part of a letter. What is put into it is escaped; it loads nothing, so that reading it tells nobody. */
export const letterHtml = (letter: Letter): Promise<string> => render(createElement(LetterPage, { letter }));

function LetterPage({ letter }: { readonly letter: Letter }): ReactNode {
  const { language, subject, preview } = letter;
  const body = { ...LOOK.body, ...typeOf(language) };
  const inbox = { useTitleTag: false, children: preview };
  return createElement(
    Html,
    { lang: language },
    createElement(
      Head,
      null,
      createElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      createElement('meta', { name: 'color-scheme', content: 'light dark' }),
      createElement('title', null, subject),
      createElement('style', null, STYLE_SHEET),
    ),
    createElement(
      Body,
      { lang: language, className: 'paper', style: body },
      createElement(Preview, inbox),
      createElement(Container, { className: 'sheet', style: LOOK.sheet }, contentOf(letter)),
    ),
  );
}

function contentOf(letter: Letter): ReactNode {
  const { greeting, paragraphs, sections = [], tables = [], beyond, button, closing } = letter;
  return createElement(
    Fragment,
    null,
    ...[greeting, ...paragraphs].map(paragraphHtml),
    ...sections.map(sectionHtml),
    ...tables.map(tableHtml),
    beyond ? createElement(Text, { className: 'line', style: LOOK.beyond }, beyond) : null,
    button
      ? createElement(
          Text,
          { style: LOOK.paragraph },
          createElement(
            Button,
            { className: 'button', href: button.href, rel: 'noopener', style: LOOK.button },
            button.label,
          ),
        )
      : null,
    closing ? paragraphHtml(closing) : null,
    footnoteHtml(letter),
  );
}

function paragraphHtml(paragraph: Paragraph): ReactNode {
  const parts = typeof paragraph === 'string' ? [paragraph] : paragraph;
  const inner = parts.map((part) =>
    typeof part === 'string' ? part : createElement('strong', null, part.strong),
  );
  return createElement(Text, { style: LOOK.paragraph }, ...inner);
}

const sectionHtml = ({ heading, count, rows, more }: LetterSection): ReactNode =>
  createElement(
    Fragment,
    null,
    createElement(
      Heading,
      { as: 'h2', style: LOOK.heading },
      heading,
      ' ',
      createElement('span', { className: 'quiet', style: LOOK.count }, count),
    ),
    ...rows.map(rowHtml),
    more ? createElement(Text, { className: 'line', style: LOOK.more }, linkHtml(more)) : null,
  );

/** A table for reading, unlike those that hold the page together: it keeps its headers and its role. */
const tableHtml = ({ heading, columns, rows, note }: LetterTable): ReactNode =>
  createElement(
    Fragment,
    null,
    createElement(Heading, { as: 'h2', style: LOOK.heading }, heading),
    createElement(
      'table',
      { style: LOOK.table },
      createElement(
        'thead',
        null,
        createElement(
          'tr',
          null,
          createElement('th', { scope: 'col', style: LOOK.nameColumn }, 'Person'),
          ...columns.map((column) =>
            createElement('th', { scope: 'col', className: 'quiet', style: LOOK.column }, column),
          ),
        ),
      ),
      createElement(
        'tbody',
        null,
        ...rows.map(({ name, cells }) =>
          createElement(
            'tr',
            null,
            createElement('th', { scope: 'row', className: 'line', style: LOOK.name }, name),
            ...cells.map((cell) => createElement('td', { className: 'line', style: LOOK.figure }, cell)),
          ),
        ),
      ),
    ),
    createElement(Text, { className: 'line quiet', style: LOOK.note }, note),
  );

const rowHtml = ({ when, note, text, href, reference }: LetterRow): ReactNode => {
  const cells = createElement(
    Fragment,
    null,
    createElement(
      Column,
      { style: LOOK.when },
      createElement('strong', null, when),
      createElement('br'),
      createElement('span', { className: 'quiet', style: LOOK.quiet }, note),
    ),
    createElement(Column, { style: LOOK.act }, linkHtml({ label: text, href })),
    createElement(Column, { className: 'quiet', style: LOOK.reference }, reference),
  );
  const row = { className: 'line row', style: LOOK.row, children: cells };
  return createElement(Row, row);
};

function footnoteHtml({ footnote, footnoteLinks = [] }: Letter): ReactNode {
  const links = footnoteLinks.flatMap((link) => [' ', linkHtml(link, LOOK.footnoteLink)]);
  return createElement(Text, { className: 'line quiet', style: LOOK.footnote }, footnote, ...links);
}

const linkHtml = (
  { label, href }: { readonly label: string; readonly href: string },
  style: CSSProperties = LOOK.link,
): ReactNode => createElement(Link, { href, rel: 'noopener', style }, label);
