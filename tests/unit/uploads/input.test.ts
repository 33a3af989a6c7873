import { describe, expect, test } from 'vitest';
import { shownName, titleOf, uploadInput } from '../../../lib/uploads/input.ts';

describe('the name of a file', () => {
  test.each([
    ['  Denial letter.pdf ', 'Denial letter.pdf'],
    ['../../etc/passwd', '../../etc/passwd'],
    ['two\r\nlines\t.pdf', 'two lines .pdf'],
    ['bill\u202efdp.exe', 'bill fdp.exe'],
    ['half a letter \ud83d.pdf', 'half a letter .pdf'],
    ['می‌روم.pdf', 'می‌روم.pdf'],
    ['信件.pdf', '信件.pdf'],
  ])('%j is kept as the text %j', (given, shown) => {
    expect(shownName(given)).toBe(shown);
  });

  test('keeps its beginning and its ending when it is long', () => {
    const shown = shownName(`${'👩‍⚕️ letter '.repeat(60)}end.pdf`);
    expect(Array.from(shown).length).toBe(200);
    expect(shown).toMatch(/^👩.*…/u);
    expect(shown.endsWith('end.pdf')).toBe(true);
  });

  test.each([
    ['Denial letter.pdf', 'Denial letter'],
    ['Dr. Lee.2026.docx', 'Dr. Lee.2026'],
    ['scan', 'scan'],
    ['.pdf', '.pdf'],
    ['Re: the plan. Final', 'Re: the plan. Final'],
  ])('%j makes the title %j', (name, title) => {
    expect(titleOf(name)).toBe(title);
  });

  test('has to be there', () => {
    const said = { caseId: '0190b1c2-0000-7000-8000-000000000000', kind: 'other' };
    expect(uploadInput.safeParse({ ...said, fileName: 'a.pdf' }).success).toBe(true);
    for (const fileName of ['', ' \u0000\u202e ', undefined, null])
      expect(uploadInput.safeParse({ ...said, fileName }).success).toBe(false);
  });
});
