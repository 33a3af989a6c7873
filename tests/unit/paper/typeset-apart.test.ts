import { expect, test } from 'vitest';
import { blocksOfPlainText } from '../../../lib/paper/blocks.ts';
import { type Paper, typeset } from '../../../lib/paper/typeset.ts';
import { typesetApart } from '../../../lib/paper/typeset-apart.ts';

const paper = (text: string): Paper => ({
  template: 'words',
  data: { blocks: blocksOfPlainText(text), title: 'A paper', language: 'en' },
});

test('a paper that is set apart is the same, byte for byte', async () => {
  const texts = ['one', '陈小明', 'محمد عبد الله'];
  const apart = await Promise.all(texts.map((text) => typesetApart(paper(text))));
  for (const [index, text] of texts.entries())
    expect(apart[index]?.equals(await typeset(paper(text)))).toBe(true);
});

test('a paper that cannot be set is told of, and the next one is set', async () => {
  const broken = typesetApart({
    template: 'words',
    data: { title: 'x', blocks: [{ kind: 'heading', level: 'x' }] },
  });
  const next = typesetApart(paper('after it'));
  await expect(broken).rejects.toThrow(/words could not be set/);
  expect((await next).subarray(0, 5).toString()).toBe('%PDF-');
});

test('more papers than one thread sets come out alike, and the process goes on meanwhile', async () => {
  const first = await typesetApart(paper('the same'));
  let ticks = 0;
  const clock = setInterval(() => {
    ticks += 1;
  }, 2);
  for (let number = 0; number < 110; number += 1)
    expect((await typesetApart(paper('the same'))).equals(first)).toBe(true);
  clearInterval(clock);
  expect(ticks).toBeGreaterThan(50);
});
