import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { clientInput } from '../../../lib/clients/input.ts';
import { clientEntry } from '../../../lib/clients/repository.ts';
import { clientViolations } from '../../../lib/clients/rules.ts';

const today = localDate('2026-02-04');
const read = (typed: Record<string, string>) =>
  clientInput(today).parse({ caseId: '0190b1c2-0000-7000-8000-000000000000', name: 'Rosario', ...typed });
const violationsOf = (typed: Record<string, string>) => clientViolations(read(typed), today);

describe('how much a message may tell', () => {
  test('is nothing, unless the client agreed to more', () => {
    expect(read({}).messageDetail).toBe('neutral');
    expect(violationsOf({})).toEqual([]);
  });

  test.each(['standard', 'detailed'])('needs the day the client agreed to %s messages', (messageDetail) => {
    expect(violationsOf({ messageDetail })).toMatchObject([
      { field: 'messageDetailOn', message: 'Say when the client agreed that messages may tell more.' },
    ]);
    expect(violationsOf({ messageDetail, messageDetailOn: '2/4/2026' })).toEqual([]);
  });

  test('cannot have been agreed to on a day that has not come', () => {
    expect(violationsOf({ messageDetail: 'standard', messageDetailOn: '2026-02-05' })).toMatchObject([
      { field: 'messageDetailOn', message: 'Thursday, February 5, 2026 has not come yet.' },
    ]);
  });

  test('keeps no day of an agreement to tell nothing', () => {
    const entry = clientEntry(read({ messageDetail: 'neutral', messageDetailOn: '2/4/2026' }));
    expect(entry).toMatchObject({ messageDetail: 'neutral', messageDetailOn: null });
  });

  test('is one of three levels', () => {
    expect(() => read({ messageDetail: 'everything' })).toThrow(/how much a message may tell/);
  });
});
