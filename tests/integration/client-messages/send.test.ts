import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sentenceOf } from '../../../lib/audit/sentences.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { messageWithdrawalInput } from '../../../lib/client-messages/input.ts';
import { readMessageForm } from '../../../lib/client-messages/queries.ts';
import { withdrawMessage } from '../../../lib/client-messages/withdraw-message.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { refused } from '../../../lib/mail/transport.ts';
import { wordsIn } from '../../../lib/words/words.ts';
import { CLIENT, consented, deliverOn, messagesOf, sendByHand } from '../../support/by-hand.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { momentOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { eventsOf, outbox } from '../../support/outbox.ts';

/** Wednesday, March 4, at nine, when the office is open. */
const ON = '2026-03-04';
const SATURDAY = '2026-03-07';
const { bars } = wordsIn('en').messages;

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  return () => office.close();
});

const refusal = async (caseId: string, more: { on?: string } = {}) =>
  violationsOf(await sendByHand(office, caseId, 'call-us', { on: ON, ...more }));
const formOf = (caseId: string, on: string, as = office.person('caseworker')) =>
  inOffice(office.app.db, as, localDate(on), (tx) =>
    readMessageForm(tx, caseId, localDate(on), momentOf(on), wordsIn('en').messages),
  );
const bar = (scope: 'all' | 'nudges') =>
  office.owner.pool.query(
    `insert into suppressions (office_id, address, ground, scope, since) values ($1, $2, 'bounced', $3, now())`,
    [office.officeId, CLIENT, scope],
  );

describe('a message by hand', () => {
  test('is on the books and on the case’s record, by whom and what, and moves the case on', async () => {
    const caseId = await consented(office);
    const before = (await office.read(caseId, ON))?.version ?? 0;
    valueOf(await sendByHand(office, caseId, 'send-papers', { on: ON }));
    expect(await messagesOf(office, caseId)).toMatchObject([
      {
        kind: 'send-papers',
        state: 'planned',
        writtenBy: office.person('caseworker').userId,
        plannedAt: momentOf(ON),
        attempts: 0,
      },
    ]);
    const planned = (await eventsOf(office, caseId)).find(({ event }) => event === 'message.planned');
    expect(planned).toMatchObject({ actorId: office.person('caseworker').userId, caseVersion: before + 1 });
    expect(sentenceOf('message.planned', planned?.changes ?? [])).toBe(
      'Asked for a message to be sent to the client: please send us papers.',
    );
    expect((await office.read(caseId, ON))?.version).toBe(before + 1);
  });

  test('waits for the office to open, and its form says until when', async () => {
    const caseId = await consented(office);
    expect((await formOf(caseId, SATURDAY))?.values.previews[0]?.goesAt).toBe('Mon, Mar 9, 2026, 8:00 am');
    expect((await formOf(caseId, ON))?.values.previews[0]?.goesAt).toBeNull();
    valueOf(await sendByHand(office, caseId, 'call-us', { on: SATURDAY }));
    expect(await messagesOf(office, caseId)).toMatchObject([{ plannedAt: new Date('2026-03-09T15:00:00Z') }]);
    const box = outbox();
    expect(await deliverOn(office, '2026-03-08', box)).toMatchObject({ messages: 0 });
    expect(await deliverOn(office, '2026-03-09', box)).toMatchObject({ messages: 1 });
  });

  test('goes once a day: the same text is refused while it waits and once it went, another is not', async () => {
    const caseId = await consented(office);
    valueOf(await sendByHand(office, caseId, 'call-us', { on: ON }));
    expect(await refusal(caseId)).toEqual([{ field: null, ...bars['same-today'] }]);
    await deliverOn(office, '2026-03-04T17:30:00Z', outbox());
    expect(await refusal(caseId, { on: '2026-03-04T22:00:00Z' })).toMatchObject([bars['same-today']]);
    valueOf(await sendByHand(office, caseId, 'news', { on: ON }));
    valueOf(await sendByHand(office, caseId, 'call-us', { on: '2026-03-05' }));
  });

  test('counts on the day on which it goes, not on the day it was written', async () => {
    const caseId = await consented(office);
    valueOf(await sendByHand(office, caseId, 'call-us', { on: SATURDAY }));
    await deliverOn(office, '2026-03-09T15:05:00Z', outbox());
    expect(await refusal(caseId, { on: '2026-03-09' })).toMatchObject([bars['same-today']]);
    // On Monday evening, what is written goes on Tuesday.
    valueOf(await sendByHand(office, caseId, 'call-us', { on: '2026-03-10T02:00:00Z' }));
    expect((await messagesOf(office, caseId))[1]?.plannedAt).toEqual(new Date('2026-03-10T15:00:00Z'));
  });
});

test('an address is sent the same text once, however it is written and on whichever case', async () => {
  const caseId = await consented(office);
  const second = await consented(office, { email: CLIENT.toUpperCase() });
  valueOf(await sendByHand(office, caseId, 'news', { on: ON }));
  expect(violationsOf(await sendByHand(office, second, 'news', { on: ON }))).toMatchObject([
    bars['same-today'],
  ]);
});

describe('a message is refused', () => {
  test.each([
    ['no-consent', { emailConsentOn: '', emailConsentHow: '' }],
    ['consent-withdrawn', { emailConsentWithdrawnOn: '2026-01-05' }],
    ['no-language', { language: 'hy' }],
  ] as const)('%s', async (why, client) => {
    const caseId = await consented(office, client);
    const expected = bars[why];
    expect(await refusal(caseId)).toEqual([{ field: null, ...expected }]);
    const form = await formOf(caseId, ON);
    expect(form?.barred).toMatchObject({ violation: expected, ways: [{ folder: 'note?kind=call' }] });
    expect(await messagesOf(office, caseId)).toEqual([]);
  });

  test('to an address that takes no mail', async () => {
    const caseId = await consented(office);
    await bar('all');
    expect(await refusal(caseId)).toEqual([{ field: null, ...bars.suppressed }]);
  });

  test('to a client who stopped such messages, save what is essential', async () => {
    const caseId = await consented(office);
    await bar('nudges');
    expect(await refusal(caseId)).toEqual([{ field: null, ...bars.stopped }]);
    valueOf(await sendByHand(office, caseId, 'papers-sent', { on: ON }));
    const barred = (await formOf(caseId, ON))?.values.previews.filter((each) => each.barred);
    expect(barred?.map(({ kind }) => kind)).toEqual(['call-us', 'send-papers', 'still-waiting']);
    expect((await formOf(caseId, ON))?.barred).toBeNull();
  });

  test('about a closed case', async () => {
    const caseId = await consented(office);
    valueOf(await office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, { on: ON }));
    expect(await refusal(caseId)).toHaveLength(1);
    expect((await formOf(caseId, ON))?.barred).not.toBeNull();
  });

  test('in the language of whoever asks', async () => {
    const caseId = await consented(office, { language: 'ar' });
    const ines = { ...office.person('caseworker'), language: 'es' as const };
    expect(violationsOf(await sendByHand(office, caseId, 'call-us', { on: ON, as: ines }))).toMatchObject([
      wordsIn('es').messages.bars['no-language'],
    ]);
  });
});

describe('what is shown before it is sent', () => {
  test('is what the client gets, word for word, and the same in English', async () => {
    const caseId = await consented(office, {
      name: 'Rosario Villaseñor',
      language: 'es',
      messageDetail: 'detailed',
      messageDetailOn: '2026-01-05',
      maySayWhoWeAre: 'on',
    });
    const preview = (await formOf(caseId, ON))?.values.previews.find(({ kind }) => kind === 'send-papers');
    expect(preview).toMatchObject({ to: CLIENT, isReviewed: true, barred: null });
    expect(preview?.inEnglish?.lines).toContain('We need papers from you for your case.');
    expect(preview?.inEnglish?.lines).toContain('This is about Golden Valley Health Plan.');
    valueOf(await sendByHand(office, caseId, 'send-papers', { on: ON }));
    const box = outbox();
    await deliverOn(office, ON, box);
    const [mail] = box.sent;
    expect(mail).toMatchObject({ to: CLIENT, language: 'es', subject: preview?.text.subject });
    const sent = mail?.text.replace(/\s+/g, ' ').replace(/: https:\S+/g, '');
    expect(sent?.trim()).toBe(preview?.text.lines.join(' ').replace(/\s+/g, ' '));
  });

  test('tells nothing of the case to whoever agreed to no more', async () => {
    const caseId = await consented(office);
    const previews = (await formOf(caseId, ON))?.values.previews ?? [];
    expect(previews).toHaveLength(5);
    for (const { text, inEnglish } of previews) {
      expect(inEnglish).toBeNull();
      expect(text.lines.join(' ')).not.toMatch(/Ana|case|plan|Golden|Office/i);
    }
  });
});

describe('a message that has not gone', () => {
  const takeBack = (caseId: string, messageId: string) =>
    office.run(withdrawMessage, messageWithdrawalInput, { caseId, messageId }, { on: ON });

  test('is taken back, once, and never goes', async () => {
    const caseId = await consented(office);
    valueOf(await sendByHand(office, caseId, 'call-us', { on: ON }));
    const waiting = (await formOf(caseId, ON))?.values.waiting ?? [];
    expect(waiting).toMatchObject([
      { kind: 'call-us', byName: 'Test caseworker', planned: 'Wed, Mar 4, 2026, 9:00 am', wasTried: false },
    ]);
    const messageId = waiting[0]?.id ?? '';
    valueOf(await takeBack(caseId, messageId));
    expect(await messagesOf(office, caseId)).toMatchObject([
      { state: 'canceled', reason: 'Taken back by Test caseworker before it went.' },
    ]);
    const box = outbox();
    expect(await deliverOn(office, ON, box)).toMatchObject({ messages: 0 });
    expect(violationsOf(await takeBack(caseId, messageId))).toMatchObject([wordsIn('en').messages.gone]);
    const entry = (await eventsOf(office, caseId)).find(({ event }) => event === 'message.withdrawn');
    expect(sentenceOf('message.withdrawn', entry?.changes ?? [])).toBe(
      'Took back a message to the client before it went: please call us.',
    );
    valueOf(await sendByHand(office, caseId, 'call-us', { on: ON }));
  });

  test('is taken back between two tries, with the word that it may have arrived, and is tried no more', async () => {
    const caseId = await consented(office);
    valueOf(await sendByHand(office, caseId, 'call-us', { on: ON }));
    await deliverOn(
      office,
      ON,
      outbox(() => refused(true, 'The server is down.')),
    );
    const waiting = (await formOf(caseId, ON))?.values.waiting ?? [];
    expect(waiting).toMatchObject([
      { kind: 'call-us', wasTried: true, planned: 'Wed, Mar 4, 2026, 9:04 am' },
    ]);
    valueOf(await takeBack(caseId, waiting[0]?.id ?? ''));
    expect(await messagesOf(office, caseId)).toMatchObject([
      {
        state: 'canceled',
        reason:
          'Taken back by Test caseworker after it could not be handed over; it may have arrived all the same.',
        claimedAt: null,
        retryAt: null,
      },
    ]);
    const box = outbox();
    expect(await deliverOn(office, '2026-03-04T18:00:00Z', box)).toMatchObject({ messages: 0 });
    expect(box.sent).toEqual([]);
    const entry = (await eventsOf(office, caseId)).find(({ event }) => event === 'message.withdrawn');
    expect(sentenceOf('message.withdrawn', entry?.changes ?? [])).toBe(
      'Took back a message to the client that may have arrived: please call us.',
    );
  });

  test('is taken back neither once it went nor through another case', async () => {
    const caseId = await consented(office);
    const other = await consented(office, { email: 'other@example.org' });
    valueOf(await sendByHand(office, caseId, 'call-us', { on: ON }));
    const messageId = (await messagesOf(office, caseId))[0]?.id ?? '';
    expect(violationsOf(await takeBack(other, messageId))).toHaveLength(1);
    await deliverOn(office, ON, outbox());
    expect(violationsOf(await takeBack(caseId, messageId))).toMatchObject([wordsIn('en').messages.gone]);
    expect(await messagesOf(office, caseId)).toMatchObject([{ state: 'sent' }]);
  });
});
