import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseStory } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice } from '../../support/office.ts';
import { outbox, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

/** What a client was sent about their six months, which end on August 19, by the sweeps of these days. */
async function lettersTo(client: Record<string, unknown>, ...days: string[]) {
  const office = await openTestOffice(database);
  try {
    const intake = {
      on: '2026-01-05',
      line: 'dmhc',
      name: 'Rosario Villaseñor',
      email: 'ana@example.org',
      emailConsentOn: '2026-01-05',
      emailConsentHow: 'by phone',
      ...client,
    } as const;
    await new CaseStory(intake).withGrievance('2026-01-20').answered('2026-02-20').in(office);
    const box = outbox();
    for (const on of days) await sweep(office, on, box);
    const sent = box.sent.filter(({ to }) => to === 'ana@example.org');
    return sent.map((message) => ({ ...message, said: message.text.replace(/\s+/g, ' ') }));
  } finally {
    await office.close();
  }
}

const COUNTED = ['2026-07-20', '2026-08-05', '2026-08-12', '2026-08-14', '2026-08-18'];

test('the first letter says how many there will be, and each later one which it is', async () => {
  const letters = await lettersTo({}, ...COUNTED);
  expect(letters.map(({ said }) => /(the first of \d|message \d of \d) ?/.exec(said)?.[1])).toEqual([
    'the first of 5',
    'message 2 of 5',
    'message 3 of 5',
    'message 4 of 5',
    'message 5 of 5',
  ]);
});

test('a neutral letter says nothing of the case, and how to stop', async () => {
  const [letter] = await lettersTo({}, '2026-07-20');
  expect(letter?.said).toContain(
    'There is something for us to do together, at the latest on Wednesday, August 19, 2026.',
  );
  expect(letter?.said).not.toMatch(/Rosario|Golden Valley|plan|review/);
  const stop = /https:\/\/recourse\.example\.org(\/stop\/\S+)/.exec(letter?.text ?? '')?.[1];
  expect(letter?.unsubscribeAt).toBe(`https://recourse.example.org/api/mail${stop}`);
});

test('a letter tells what the client agreed to, in their language, and its subject nothing', async () => {
  const agreed = { messageDetail: 'detailed', messageDetailOn: '2026-01-05', language: 'es' };
  const [letter] = await lettersTo(agreed, '2026-07-20');
  expect(letter?.subject).toBe('Un recordatorio');
  expect(letter?.language).toBe('es');
  expect(letter?.said).toContain(
    'Hola, Rosario: El último día para pedir una revisión independiente es el miércoles 19 de agosto de 2026.',
  );
  const standard = await lettersTo({ ...agreed, messageDetail: 'standard', language: 'zh' }, '2026-07-20');
  expect(standard[0]).toMatchObject({ subject: '提醒', language: 'zh-Hant' });
  expect(standard[0]?.said).toContain('您個案的一份文件最遲必須在2026年8月19日（星期三）寄出。');
});

test('the office’s name is in a letter only where the client lets us say who we are, and in no subject', async () => {
  const agreed = { messageDetail: 'detailed', messageDetailOn: '2026-01-05' };
  const named = /This message is from Office /;
  const [silent] = await lettersTo(agreed, '2026-07-20');
  expect(`${silent?.subject} ${silent?.said}`).not.toMatch(/Office /);
  const [allowed] = await lettersTo({ ...agreed, maySayWhoWeAre: 'on' }, '2026-07-20');
  expect(allowed?.said).toMatch(named);
  expect(allowed?.subject).not.toMatch(/Office /);
});
