import { describe, expect, test } from 'vitest';
import { draftPathOf, readDraftPath } from '../../../lib/drafts/draft-place.ts';
import { draftInput } from '../../../lib/drafts/input.ts';

const CASE = '0190b1c2-0000-7000-8000-000000000001';
const OTHER = '0190b1c2-0000-7000-8000-000000000002';

describe('the place of a draft', () => {
  test('is the form of the case, whatever else its address says', () => {
    const path = draftPathOf(`/cases/${CASE}/note?kind=call`);
    expect(path).toBe(draftPathOf(`/cases/${CASE}/note`));
    expect(readDraftPath(path)).toEqual({ caseId: CASE, form: 'note' });
  });

  test('tells apart what corrects one record and what corrects another', () => {
    const places = [
      `/cases/${CASE}/grievance`,
      `/cases/${CASE}/grievance?id=${OTHER}`,
      `/cases/${CASE}/date?rule=ca.grv.resolve`,
      `/cases/${CASE}/date?rule=ca.grv.ack`,
      `/cases/${CASE}/filing-checklist/answer?item=denial-letter`,
    ].map((address) => readDraftPath(draftPathOf(address))?.form);
    expect(new Set(places).size).toBe(places.length);
    expect(places).not.toContain(undefined);
    for (const form of places) expect(form).toMatch(/^[a-z0-9/-]{1,80}$/);
  });

  test('of intake belongs to no case', () => {
    expect(readDraftPath(draftPathOf('/cases/new'))).toEqual({ caseId: null, form: 'intake' });
  });

  test.each([
    '/settings',
    '/cases',
    `/cases/${CASE}`,
    `/cases/${CASE}/`,
    '/cases/somebody/note',
    `/cases/${CASE}/${'a'.repeat(81)}`,
    `/cases/${CASE}/note?x=1`,
    `/people/${CASE}/role`,
    null,
    ['/cases/new'],
  ])('is nowhere for %j', (path) => {
    expect(readDraftPath(path)).toBeNull();
  });
});

describe('what is kept of a form', () => {
  const read = (typed: unknown) =>
    draftInput.safeParse({ path: '/cases/new', formNumber: '', draftId: '', typed });

  test('holds what was typed, once or several times', () => {
    const typed = { body: 'She called.', denialBases: ['other', 'experimental'] };
    expect(read(typed).data?.typed).toEqual(typed);
  });

  test('never holds a password, or a name that reaches an object’s prototype', () => {
    const typed = JSON.parse(
      '{"body":"a","passwordOrCode":"1234","newPassword":"x","__proto__":"p","constructor":"c"}',
    ) as unknown;
    expect(Object.keys(read(typed).data?.typed ?? {})).toEqual(['body']);
  });

  test('holds nothing that no form has', () => {
    expect(read({ body: 5 }).success).toBe(false);
    expect(read(Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`f${n}`, '']))).success).toBe(
      false,
    );
    expect(read({ bases: Array.from({ length: 201 }, () => 'other') }).success).toBe(false);
    expect(read({ body: 'a\0b' }).data?.typed).toEqual({ body: 'ab' });
  });
});
