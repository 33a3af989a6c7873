import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { reminderAnswerInput } from '../../../lib/reminder-answers/input.ts';

const read = (more: Record<string, unknown>) =>
  reminderAnswerInput(localDate('2026-06-01')).safeParse({
    caseId: randomUUID(),
    rule: 'ca.grv.resolve',
    kind: 'snoozed',
    untilOn: '6/10',
    ...more,
  });

test('reads the day that lies ahead, and a reason as one line that fits beside a clock', () => {
  const { data } = read({ reason: ' The records come\r\non Monday. ' });
  expect(data).toMatchObject({ untilOn: '2026-06-10', reason: 'The records come on Monday.' });
  expect(read({ reason: 'x'.repeat(301) }).error?.issues[0]?.message).toContain('put the rest in a note');
});

test.each([{ kind: 'ignored' }, { rule: 'x'.repeat(81) }, { untilOn: 'some day' }, { caseId: '1' }])(
  'does not read %j',
  (more) => {
    expect(read(more).success).toBe(false);
  },
);
