import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeClient } from '../../../lib/clients/change-client.ts';
import { clientInput } from '../../../lib/clients/input.ts';
import { CaseStory } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { eachInNewOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { ledgerOf, outbox, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const inNewOffice = eachInNewOffice(
  () => database,
  (opened) => {
    office = opened;
  },
);

const CLIENT = 'ana@example.org';
const CONSENT = { email: CLIENT, emailConsentOn: '2026-01-05', emailConsentHow: 'by phone' };

/** The client may ask for the IMR through Thursday, August 20. */
const toldClient = (more: Record<string, unknown> = {}) =>
  new CaseStory({ on: '2026-02-02', line: 'dmhc', ...CONSENT, ...more })
    .withGrievance('2026-02-02')
    .answered('2026-02-20')
    .in(office);

const [T30, T14, T7, T3, T1] = ['2026-07-21', '2026-08-06', '2026-08-13', '2026-08-17', '2026-08-19'];

async function letterOn(on = '') {
  const box = outbox();
  await sweep(office, on, box);
  const letter = box.sent.find(({ to }) => to === CLIENT);
  return letter && { ...letter, text: letter.text.replace(/\s+/g, ' ') };
}

describe('a letter of a countdown', () => {
  test(
    'says which of how many it is, by what was sent and what is still to come',
    inNewOffice(async () => {
      await toldClient();
      expect((await letterOn(T30))?.text).toContain('This is the first of 5 messages about this date.');
      expect((await letterOn(T14))?.text).toContain('This is message 2 of 5 about this date.');
      // The sweep of the seventh day before was missed.
      expect((await letterOn(T3))?.text).toContain('This is message 3 of 4 about this date.');
      expect((await letterOn(T1))?.text).toContain('This is message 4 of 4 about this date.');
    }),
  );

  test(
    'leads to a page that stops the reminders; the mail program’s own button comes with nudges alone',
    inNewOffice(async () => {
      const caseId = await toldClient();
      const nudge = await letterOn(T7);
      const tokenOf = async (rung: string) =>
        (await ledgerOf(office, caseId)).find((row) => row.rung === rung && row.recipientKind === 'client')
          ?.stopToken;
      const at = `${office.officeId}/${await tokenOf('T-7')}`;
      expect(nudge?.text).toContain(`https://recourse.example.org/stop/${at}`);
      expect(nudge?.unsubscribeAt).toBe(`https://recourse.example.org/api/mail/stop/${at}`);
      const essential = await letterOn(T1);
      expect(essential?.text).toContain(
        `https://recourse.example.org/stop/${office.officeId}/${await tokenOf('T-1')}`,
      );
      expect(essential?.unsubscribeAt).toBeNull();
      expect(await tokenOf('T-1')).not.toBe(await tokenOf('T-7'));
    }),
  );

  test(
    'tells what the client agreed to have told on the day it goes',
    inNewOffice(async () => {
      const caseId = await toldClient();
      const neutral = await letterOn(T30);
      expect(neutral?.subject).toBe('A reminder');
      expect(neutral?.text).not.toMatch(/Ana|Golden Valley|review|plan\b/i);
      const agreed = {
        messageDetail: 'detailed',
        messageDetailOn: '2026-07-22',
        reason: 'She asked for it.',
      };
      valueOf(
        await office.run(
          changeClient,
          clientInput,
          { caseId, name: 'Ana Prueba', ...CONSENT, ...agreed },
          { on: '2026-07-22' },
        ),
      );
      const detailed = await letterOn(T14);
      expect(detailed?.subject).toBe('A reminder');
      expect(detailed?.text).toContain('The last day to ask for an independent review is');
      expect(detailed?.text).toContain('Golden Valley Health Plan');
    }),
  );
});

describe('an address that mail came back from', () => {
  test(
    'gets nothing more, the essential included, and the ledger says why',
    inNewOffice(async () => {
      const caseId = await toldClient();
      await office.owner.pool.query(
        `insert into suppressions (office_id, address, ground, scope, since) values ($1, $2, 'bounced', 'all', now())`,
        [office.officeId, CLIENT],
      );
      expect(await letterOn(T1)).toBeUndefined();
      const row = (await ledgerOf(office, caseId)).find(
        ({ rung, recipientKind }) => rung === 'T-1' && recipientKind === 'client',
      );
      expect(row).toMatchObject({
        state: 'skipped',
        reason: 'Mail to this address came back or was complained about, so nothing more goes there.',
      });
    }),
  );

  test(
    'gets nothing though it came back only after the message was claimed',
    inNewOffice(async () => {
      const caseId = await toldClient();
      const box = outbox(async ({ to }, key) => {
        if (to !== CLIENT)
          await office.owner.pool.query(
            `insert into suppressions (office_id, address, ground, scope, since) values ($1, $2, 'bounced', 'all', now())
             on conflict do nothing`,
            [office.officeId, CLIENT],
          );
        return { outcome: 'accepted', providerMessageId: key };
      });
      await sweep(office, T1 ?? '', box);
      expect(box.sent.map(({ to }) => to)).not.toContain(CLIENT);
      expect(
        (await ledgerOf(office, caseId)).find(({ recipientKind }) => recipientKind === 'client'),
      ).toMatchObject({ attempts: expect.any(Number) as number, state: 'skipped' });
    }),
  );
});
