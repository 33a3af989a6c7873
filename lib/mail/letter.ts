import { type Markup, markup } from './markup.ts';

/** A message before it has a form: the text part and the HTML part are two prints of it. */
export type Letter = {
  readonly language: 'en' | 'es';
  readonly subject: string;
  readonly greeting: string;
  /** Whole sentences, in which `strong` sets a date off. */
  readonly paragraphs: readonly Paragraph[];
  readonly button: { readonly label: string; readonly href: string } | null;
  readonly closing: string | null;
  readonly footnote: string;
};

export type Paragraph = string | readonly (string | Strong)[];
export type Strong = { readonly strong: string };

export const strong = (text: string): Strong => ({ strong: text });

/** Both parts of a letter. The text part says everything that the HTML part says. */
export function printLetter(letter: Letter): { subject: string; text: string; html: string } {
  return { subject: letter.subject, text: printText(letter), html: printHtml(letter).text };
}

const TEXT_WIDTH = 72;

function printText({ greeting, paragraphs, button, closing, footnote }: Letter): string {
  const blocks = [
    greeting,
    ...paragraphs.map(plain),
    ...(button ? [buttonText(button)] : []),
    ...(closing ? [closing] : []),
    footnote,
  ];
  return `${blocks.map(wrapped).join('\n\n')}\n`;
}

/** "Call 555-0100" says it all; where a link leads has to be written out. */
const buttonText = ({ label, href }: NonNullable<Letter['button']>): string =>
  href.startsWith('tel:') ? label : `${label}:\n${href}`;

function plain(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return paragraph;
  return paragraph.map((part) => (typeof part === 'string' ? part : part.strong)).join('');
}

/** Breaks lines at spaces; a word longer than a line, such as an address on the web, stays whole. */
function wrapped(block: string): string {
  return block
    .split('\n')
    .map((line) =>
      line.split(' ').reduce(
        ({ text, column }, word) => {
          const fits = column === 0 || column + 1 + word.length <= TEXT_WIDTH;
          const gap = column === 0 ? '' : fits ? ' ' : '\n';
          return { text: text + gap + word, column: fits ? column + gap.length + word.length : word.length };
        },
        { text: '', column: 0 },
      ),
    )
    .map(({ text }) => text)
    .join('\n');
}

const FONT = "font-family:'Atkinson Hyperlegible Next',Verdana,system-ui,sans-serif";
const P = `margin:0 0 14px;font-size:17px;line-height:26px`;
const BUTTON = `display:inline-block;padding:11px 18px;border-radius:4px;background:#2a3f8f;color:#ffffff;font-size:17px;font-weight:600;text-decoration:none`;
const FOOTNOTE = `margin:20px 0 0;padding-top:14px;border-top:1px solid #e3ddd3;font-size:14px;line-height:20px;color:#4f483f`;

function printHtml({ language, subject, greeting, paragraphs, button, closing, footnote }: Letter): Markup {
  return markup`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${subject}</title></head>
<body style="margin:0;padding:24px 12px;background:#f4f1ec;color:#1e1a15;${FONT}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:640px;margin:0 auto;background:#ffffff;border:1px solid #e3ddd3;border-radius:8px"><tr><td style="padding:22px 28px 24px">
<p style="${P}">${greeting}</p>
${paragraphs.map(htmlParagraph)}
${button ? markup`<p style="${P}"><a href="${button.href}" target="_blank" rel="noopener" style="${BUTTON}">${button.label}</a></p>` : null}
${closing ? htmlParagraph(closing) : null}
<p style="${FOOTNOTE}">${footnote}</p>
</td></tr></table>
</body>
</html>
`;
}

function htmlParagraph(paragraph: Paragraph): Markup {
  const parts = typeof paragraph === 'string' ? [paragraph] : paragraph;
  const inner = parts.map((part) =>
    typeof part === 'string' ? markup`${part}` : markup`<strong>${part.strong}</strong>`,
  );
  return markup`<p style="${P}">${inner}</p>`;
}
