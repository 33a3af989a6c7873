import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { blocksOfText } from '../../../lib/paper/blocks.ts';
import { docxOf } from '../../../lib/paper/docx.ts';

const htmlOf = async (markup: string, letterhead: { name: string; lines: string[] } | null = null) => {
  const buffer = await docxOf(blocksOfText(markup), { title: 'Carta', language: 'es', letterhead });
  const { value, messages } = await mammoth.convertToHtml({ buffer });
  expect(messages).toEqual([]);
  return value;
};

test('a Word document holds every block of a letter', async () => {
  const html = await htmlOf(
    '# Queja\n\nHealth Net\nP.O. Box 1\n\n**Asunto:** *uno*\n\n1. a\n2. b\n   - c\n\n| Fecha | Qué |\n|---|---|\n| 1 de mayo | x |\n\n____\nInés',
    { name: 'Golden Valley', lines: ['559-555-0100'] },
  );
  expect(html).toContain('<p><strong>Golden Valley</strong></p><p>559-555-0100</p><h1>Queja</h1>');
  expect(html).toContain('<p>Health Net<br />P.O. Box 1</p>');
  expect(html).toContain('<strong>Asunto:</strong> <em>uno</em>');
  expect(html).toContain('<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>');
  expect(html).toContain('<th><p><strong>Fecha</strong></p></th>');
  expect(html).toMatch(/<p>_{20,}<\/p><p>Inés<\/p>/);
});

test.each(['Nguyễn Thị Phượng', '陈小明', '김민준', 'Արմեն', 'محمد عبد الله', 'نازنین', '<b>&'])(
  'a Word document holds %s as it was typed',
  async (name) => {
    expect(await htmlOf(`We write for \u2068${name}\u2069, born in 1970.`)).toContain(
      name.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
    );
  },
);

test('two numbered lists each begin at their own number', async () => {
  const html = await htmlOf('1. a\n\ntext\n\n1. b');
  expect(html.match(/<ol>/g)).toHaveLength(2);
});

test('a Word document leaves out what no page can show', async () => {
  expect(await htmlOf('one\u0001 two\u202e three')).toBe('<p>one two three</p>');
});
