import { describe, expect, test } from 'vitest';
import { pageCountOf, textOfPage } from '../../../lib/pages/read-pages.ts';
import { type Block, blocksOfPlainText, blocksOfText } from '../../../lib/paper/blocks.ts';
import { typeset } from '../../../lib/paper/typeset.ts';
import { checkPdf } from '../../support/qpdf.ts';

const words = (blocks: readonly Block[], title = 'A paper', language = 'en'): Promise<Buffer> =>
  typeset({ template: 'words', data: { blocks, title, language } });
const plain = (text: string): Promise<Buffer> => words(blocksOfPlainText(text));

/** As a viewer's search does: presentation forms as their letters, direction marks and non-joiners left out. */
const searchable = (text: string): string =>
  text.normalize('NFKC').replace(/[\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
const textOf = async (pdf: Buffer, page = 1): Promise<string> => searchable(await textOfPage(pdf, page));

const NAMES = {
  Spanish: ['María Nuñez Órtiz', 'Begoña Agüero'],
  Vietnamese: ['Nguyễn Thị Hồng Phượng', 'Lê Đức Ẩm', 'Trần Quốc Tuấn'],
  Chinese: ['陈小明', '陳怡君', '歐陽靜'],
  Korean: ['김민준', '황보 은하'],
  Armenian: ['Արմեն Պետրոսյան', 'Սիրանույշ Հակոբյան'],
  Arabic: ['محمد عبد الله', 'فاطمة الزهراء', 'علاء عبد السلام', 'إسلام بلال', 'آلاء'],
  Farsi: ['نازنین پژمان گودرزی', 'غلامحسین', 'علیرضا', 'سپیده کریمی‌نژاد'],
};

describe.each(Object.entries(NAMES))('a name in %s', (_language, names) => {
  test.each(names)('%s is found by a search', async (name) => {
    expect(await textOf(await plain(name))).toContain(searchable(name));
  });

  test('is found in bold, in a table, in a list and after its label', async () => {
    const name = names[0] ?? '';
    const blocks = blocksOfText(
      `**Persona afiliada:** ${name}\n\n**${name}**\n\n| Member | Since |\n|---|---|\n| ${name} | 2026 |\n\n- ${name}`,
    );
    const found = (await textOf(await words(blocks))).split(searchable(name)).length - 1;
    expect(found).toBe(4);
  });

  test('is found word by word amid an English sentence', async () => {
    const name = names[0] ?? '';
    const text = await textOf(await words(blocksOfText(`We write for \u2068${name}\u2069, born in 1970.`)));
    for (const word of name.split(' ')) expect(text).toContain(searchable(word));
  });
});

describe('a PDF', () => {
  test('passes the check of qpdf, is tagged, and tells its title and its language', async () => {
    const pdf = await words(
      blocksOfText('# Uno\n\n## Dos\n\ntexto\n\n| a | b |\n|---|---|\n| c | d |'),
      'Queja de María',
      'es',
    );
    expect(await checkPdf(pdf)).toMatchObject({ exitCode: 0 });
    const source = pdf.toString('latin1');
    expect(source).toMatch(/\/Marked true/);
    expect(source).toMatch(/\/StructTreeRoot/);
    expect(source).toMatch(/\/Lang \(es\)/);
    expect(source).toMatch(/\/Outlines/);
    expect(source).toMatch(/\/Title/);
  });

  test('holds no date, no path and nobody’s name', async () => {
    const source = (await plain('x')).toString('latin1');
    expect(source).not.toMatch(/CreationDate|ModDate|xmp:CreateDate|xmp:ModifyDate/);
    expect(source).not.toMatch(/\/(home|root|tmp|usr|work|Users)\/|\/Author|dc:creator/);
  });

  test('is the same, byte for byte, for the same paper, whatever was set before', async () => {
    const first = await plain('Nothing but this.');
    await plain('陈小明');
    await words(blocksOfText('# other'), 'Another');
    expect((await plain('Nothing but this.')).equals(first)).toBe(true);
  });

  test('is not mixed up with another that is set at the same time', async () => {
    const texts = ['one', 'zwei', '三', 'četiri'];
    const pdfs = await Promise.all(texts.map(plain));
    expect(await Promise.all(pdfs.map(async (pdf) => (await textOf(pdf)).trim()))).toEqual(texts);
  });

  test('has pages where the blocks say so, and numbers them', async () => {
    const pdf = await words(blocksOfPlainText('first\fsecond'));
    expect(await pageCountOf(pdf)).toBe(2);
    expect(await textOf(pdf, 2)).toMatch(/second[\s\S]*2 \/ 2/);
  });
});

describe('a text', () => {
  test.each([
    '#read("/etc/passwd")',
    '#import "@preview/x:1.0.0": *',
    '#eval("1+1") #sys.version #panic("x")',
    '= heading * bold * _ emph _ $ x^2 $ `raw` <label> @label // comment /* x */ \\u{41} \\ ~ --- "quotes"',
    '#{ while true {} }',
    '"); #panic() ("',
    '\\u0022 } ] #',
    'not-reversed \u202e \u0001 🙂',
  ])('that looks like source stays text: %j', async (hostile) => {
    const pdf = await typeset({
      template: 'letter',
      data: {
        title: hostile,
        language: 'en',
        letterhead: { name: hostile, lines: [hostile] },
        blocks: [
          { kind: 'paragraph', runs: [{ text: hostile, bold: true }] },
          { kind: 'heading', level: 1, runs: [{ text: hostile }] },
          { kind: 'table', hasHeader: true, rows: [[[{ text: hostile }]], [[{ text: hostile }]]] },
        ],
      },
    });
    const shown = (await textOf(pdf)).replace(/\s+/g, '');
    const first = hostile.split(/\s/).find((word) => /^[\x21-\x7e]+$/.test(word)) ?? '';
    expect(shown).toContain(first);
    expect(await checkPdf(pdf)).toMatchObject({ exitCode: 0 });
  });

  test('that a template cannot be set with is told of without a word of it', async () => {
    const refused = typeset({
      template: 'words',
      data: { title: 'María', blocks: [{ kind: 'heading', level: 'María', runs: [] }], language: 'en' },
    });
    await expect(refused).rejects.toThrow(/words could not be set/);
    await expect(refused).rejects.not.toThrow(/María/);
    expect(await textOf(await plain('and the next one is'))).toContain('and the next one is');
  });

  test.each([
    ['no blocks', []],
    ['an empty paragraph', [{ kind: 'paragraph', runs: [] }]],
    ['an empty table', [{ kind: 'table', hasHeader: true, rows: [] }]],
    ['rows of different lengths', [{ kind: 'table', hasHeader: false, rows: [[[]], [[], [{ text: 'x' }]]] }]],
    ['an empty list', [{ kind: 'list', ordered: true, start: 0, items: [[]] }]],
  ] as const)('with %s is still a paper', async (_what, blocks) => {
    expect(await pageCountOf(await words(blocks))).toBe(1);
  });
});
