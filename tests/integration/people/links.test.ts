import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOfToken } from '../../../lib/access/access-links.ts';
import { signIn } from '../../../lib/access/sign-in.ts';
import { inUnitOfWork, type UnitOfWork } from '../../../lib/db/unit-of-work.ts';
import type { LinkPurpose, Role } from '../../../lib/db/vocabulary.ts';
import type { Outcome } from '../../../lib/errors.ts';
import { createLogger } from '../../../lib/log.ts';
import { refused } from '../../../lib/mail/transport.ts';
import { type AccountMail, mailFactorRemoved, mailInvitation } from '../../../lib/people/account-mail.ts';
import { answerReset } from '../../../lib/people/answer-reset.ts';
import { deactivatePerson } from '../../../lib/people/deactivate-person.ts';
import { personChoice } from '../../../lib/people/input.ts';
import { invitePerson } from '../../../lib/people/invite-person.ts';
import type { IssuedLink } from '../../../lib/people/issue-link.ts';
import { resendInvitation } from '../../../lib/people/resend-invitation.ts';
import { holderOfLink, setPasswordByLink } from '../../../lib/people/set-password-by-link.ts';
import { withdrawInvitation } from '../../../lib/people/withdraw-invitation.ts';
import { openColleague } from '../../support/account.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import {
  openTestOffice,
  TEST_PASS_PHRASE,
  type TestOffice,
  valueOf,
  violationsOf,
} from '../../support/office.ts';
import { outbox } from '../../support/outbox.ts';
import { configure } from '../../support/second-factor.ts';

let database: TestDatabase;
let office: TestOffice;
const NOW = new Date('2026-06-10T17:00:00Z');
const CHOSEN = 'violet kite under seven bridges';
const APP_URL = 'https://recourse.example.org';
const CALLER = { address: '192.0.2.1', device: 'Firefox on Linux' };
const GARBAGE = 'x'.repeat(43);

beforeAll(async () => {
  database = await cloneDatabase();
  configure(database);
  office = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const minutesLater = (minutes: number, from = NOW) => new Date(from.getTime() + minutes * 60_000);
const administrator = () => office.person('administrator');
let newcomerCount = 0;

async function invite(role: Role = 'caseworker', now = NOW): Promise<IssuedLink> {
  newcomerCount += 1;
  const person = { name: 'Nia Newcomer', email: `Nia-${newcomerCount}-${office.officeId}@example.org`, role };
  return valueOf(
    await inUnitOfWork(office.app.db, administrator(), now, (unit) => invitePerson(unit, person)),
  );
}
const onPerson = <Value>(
  command: (unit: UnitOfWork, input: { personId: string }) => Promise<Outcome<Value>>,
  personId: string,
): Promise<Outcome<Value>> =>
  inUnitOfWork(office.app.db, administrator(), NOW, (unit) =>
    command(unit, personChoice().parse({ personId })),
  );
const choose = (token: string, password = CHOSEN, now = NOW, purpose: LinkPurpose = 'invitation') =>
  setPasswordByLink(office.app.db, { purpose, token, password }, now);
const signInAs = (email: string, password: string) =>
  signIn(office.app.db, { email, password }, CALLER, new Date());

function mailbox(box = outbox()) {
  const lines: string[] = [];
  const log = createLogger('test', 'debug', { write: (line) => void lines.push(line) });
  const mail: AccountMail = { db: office.app.db, appUrl: APP_URL, transport: box.transport, log };
  return { mail, sent: box.sent, lines };
}
const tokenIn = (text: string | undefined) =>
  /\/(?:reset|invitation)\/([\w-]{43})/.exec(text ?? '')?.[1] ?? '';
const ask = async (mail: AccountMail, email: string, now = NOW, address = '192.0.2.9') =>
  answerReset(mail, { email, address, now });
const rowsOf = async <T extends object>(text: string, ...values: unknown[]): Promise<T[]> =>
  (await office.owner.pool.query<T>(text, values)).rows;
const eventsOf = async (personId: string) =>
  (
    await rowsOf<{ event: string }>(
      'select event from audit_events where subject_id = $1 order by id',
      personId,
    )
  ).map(({ event }) => event);

describe('an invitation', () => {
  test('lets a newcomer choose a password, once, and sign in whatever the case of the address', async () => {
    const { token, person } = await invite();
    expect(await signInAs(person.email, CHOSEN)).toMatchObject({ ok: false });
    valueOf(await choose(token));
    expect(await signInAs(person.email.toUpperCase(), CHOSEN)).toMatchObject({ ok: true });
    expect(violationsOf(await choose(token, 'another sentence of many words'))).toMatchObject([
      { message: 'This link does not work any more.' },
    ]);
    expect(await eventsOf(person.id)).toEqual([
      'person.added',
      'person.invited',
      'password.reset',
      'session.opened',
    ]);
  });

  test('is not used up by looking at it, nor by a password that is refused', async () => {
    const { token, person } = await invite();
    for (let looks = 0; looks < 3; looks += 1)
      expect(await holderOfLink(office.app.db, 'invitation', token, NOW)).toMatchObject({
        person: { id: person.id },
      });
    expect(violationsOf(await choose(token, 'short'))).toMatchObject([{ field: 'password' }]);
    expect(violationsOf(await choose(token, 'nia newcomer newcomer'))).toMatchObject([{ field: 'password' }]);
    valueOf(await choose(token));
  });

  test.each([
    [72 * 60 - 1, true],
    [72 * 60, false],
  ])('%i minutes later: works %s', async (minutes, works) => {
    const { token } = await invite();
    const at = minutesLater(minutes);
    expect((await holderOfLink(office.app.db, 'invitation', token, at)) !== null).toBe(works);
    expect((await choose(token, CHOSEN, at)).ok).toBe(works);
  });

  test('sent again leaves the former link without effect, and called back leaves none', async () => {
    const { token, person } = await invite();
    const again = valueOf(await onPerson(resendInvitation, person.id));
    expect(await holderOfLink(office.app.db, 'invitation', token, NOW)).toBeNull();
    expect(again.token).not.toBe(token);
    await onPerson(withdrawInvitation, person.id);
    expect(await holderOfLink(office.app.db, 'invitation', again.token, NOW)).toBeNull();
    expect(violationsOf(await onPerson(withdrawInvitation, person.id))).toHaveLength(1);
    valueOf(await choose(valueOf(await onPerson(resendInvitation, person.id)).token));
    expect(violationsOf(await onPerson(resendInvitation, person.id))).toMatchObject([
      { message: 'They have taken up their invitation already.' },
    ]);
  });

  test('works no more once its person is deactivated', async () => {
    const { token, person } = await invite();
    valueOf(
      await inUnitOfWork(office.app.db, administrator(), NOW, (unit) =>
        deactivatePerson(unit, { personId: person.id, reason: '', placements: [] }),
      ),
    );
    expect(violationsOf(await choose(token))).toHaveLength(1);
  });

  test('is taken up by one of two who hold it at once', async () => {
    const { token } = await invite();
    const outcomes = await Promise.all([choose(token), choose(token, 'another sentence of many words')]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('tells a used link, a late one, one of another purpose and garbage apart to nobody', async () => {
    const [used, late] = [await invite(), await invite()];
    valueOf(await choose(used.token));
    const answers = [
      await choose(used.token),
      await choose(late.token, CHOSEN, minutesLater(73 * 60)),
      await choose(late.token, CHOSEN, NOW, 'password-reset'),
      await choose(GARBAGE),
      await choose(''),
      await choose(`${late.token}'`),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('is known to the database, the record and the log by its hash or not at all', async () => {
    const { mail, sent, lines } = mailbox();
    const link = await invite();
    expect(await mailInvitation(mail, link, NOW)).toBe(true);
    expect(sent[0]?.text).toContain(`${APP_URL}/invitation/${link.token}`);
    const [row] = await rowsOf<{ token_hash: string }>(
      'select token_hash from access_links where id = $1',
      link.linkId,
    );
    expect(row?.token_hash).toBe(hashOfToken(link.token));
    const record = await rowsOf('select * from audit_events');
    expect(JSON.stringify([record, lines])).not.toContain(link.token);
  });
});

describe('its mail', () => {
  test('says in subject and preview nothing but that there is an account', async () => {
    const { mail, sent } = mailbox();
    await mailInvitation(mail, await invite(), NOW);
    expect(sent[0]).toMatchObject({ subject: 'Your account in Recourse', isAboutAccount: true });
    expect(sent[0]?.text.startsWith('Hello, Nia.')).toBe(true);
    expect(sent[0]?.text).toContain('Jun 13, 2026, 10:00 am, Pacific time');
  });

  test('that cannot be sent leaves the person and withdraws the link, so that it can be sent again', async () => {
    const { mail, lines } = mailbox(outbox(() => refused(false, 'The server is not there.')));
    const link = await invite();
    expect(await mailInvitation(mail, link, NOW)).toBe(false);
    expect(await holderOfLink(office.app.db, 'invitation', link.token, NOW)).toBeNull();
    expect(await eventsOf(link.person.id)).toContain('person.link-withdrawn');
    expect(lines.join()).toContain('The server is not there.');
    expect(lines.join()).not.toContain(link.person.email);
    valueOf(await onPerson(resendInvitation, link.person.id));
  });

  test('tells somebody whose second factor was removed who did it', async () => {
    const { mail, sent } = mailbox();
    const person = { id: administrator().userId, name: 'Test caseworker', email: 'c@example.org' };
    const { officeId } = office;
    expect(await mailFactorRemoved(mail, { person, officeId, removedBy: 'Dana Cole' }, NOW)).toBe(true);
    expect(sent[0]?.text).toContain('Dana Cole removed the authenticator');
  });
});

describe('a forgotten password', () => {
  test('is replaced through a mailed link, which ends every session and every wait and leaves the second factor', async () => {
    const { id, email } = await openColleague(office, 'caseworker');
    const { mail, sent } = mailbox();
    await signInAs(email, TEST_PASS_PHRASE);
    await rowsOf(
      `insert into second_factors (user_id, office_id, sealed_secret, confirmed_at) values ($1, $2, 'sealed', now())`,
      id,
      office.officeId,
    );
    for (let tries = 0; tries < 8; tries += 1) await signInAs(email, 'wrong wrong wrong wrong');
    expect(await signInAs(email, TEST_PASS_PHRASE)).toMatchObject({ ok: false });
    await ask(mail, ` ${email.toUpperCase()} `);
    const token = tokenIn(sent[0]?.text);
    expect(sent[0]).toMatchObject({ to: email, subject: 'Set a new password for Recourse' });
    valueOf(await choose(token, CHOSEN, minutesLater(29), 'password-reset'));
    expect(await rowsOf('select ended_because from sessions where user_id = $1', id)).toEqual([
      { ended_because: 'password-changed' },
    ]);
    expect(
      await rowsOf('select confirmed_at is not null as stands from second_factors where user_id = $1', id),
    ).toEqual([{ stands: true }]);
    expect(await signInAs(email, TEST_PASS_PHRASE)).toMatchObject({ ok: false });
    expect(await signInAs(email, CHOSEN)).toMatchObject({ ok: true, session: { owes: 'second factor' } });
  });

  test.each([
    [29, true],
    [30, false],
  ])('has a link that works for half an hour: %i minutes later %s', async (minutes, works) => {
    const { email } = await openColleague(office, 'caseworker');
    const { mail, sent } = mailbox();
    await ask(mail, email);
    const outcome = await choose(tokenIn(sent[0]?.text), CHOSEN, minutesLater(minutes), 'password-reset');
    expect(outcome.ok).toBe(works);
  });

  test('asked for twice leaves the newer link alone', async () => {
    const { email } = await openColleague(office, 'caseworker');
    const { mail, sent } = mailbox();
    await ask(mail, email);
    await ask(mail, email);
    const [first, second] = sent.map(({ text }) => tokenIn(text));
    expect((await choose(first ?? '', CHOSEN, NOW, 'password-reset')).ok).toBe(false);
    expect((await choose(second ?? '', CHOSEN, NOW, 'password-reset')).ok).toBe(true);
  });

  test('is mailed a few times in a row for one account, from wherever it is asked', async () => {
    const { email } = await openColleague(office, 'caseworker');
    const { mail, sent } = mailbox();
    for (let asked = 0; asked < 12; asked += 1) await ask(mail, email, NOW, `203.0.113.${asked}`);
    expect(sent).toHaveLength(3);
  });

  test('is mailed to a bounded number of accounts for one address', async () => {
    const { mail, sent } = mailbox();
    for (let asked = 0; asked < 24; asked += 1)
      await ask(mail, (await openColleague(office, 'caseworker')).email, NOW, '198.51.100.44');
    expect(sent).toHaveLength(20);
  });

  test('of nobody, or of a former colleague, sends nothing and writes nothing', async () => {
    const { id, email } = await openColleague(office, 'caseworker');
    await rowsOf('update users set deactivated_at = now() where id = $1', id);
    const { mail, sent, lines } = mailbox();
    const countRecord = async () => (await rowsOf('select id from audit_events')).length;
    const before = await countRecord();
    await ask(mail, 'nobody@example.org');
    await ask(mail, email);
    await ask(mail, `${'a'.repeat(10_000)}@example.org`);
    expect({ sent, lines, recorded: (await countRecord()) - before }).toEqual({
      sent: [],
      lines: [],
      recorded: 0,
    });
  });

  test('of somebody who has no password is answered by a letter without a link', async () => {
    const { person, token } = await invite();
    const { mail, sent } = mailbox();
    await ask(mail, person.email);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('has no password to change');
    expect(tokenIn(sent[0]?.text)).toBe('');
    expect(await holderOfLink(office.app.db, 'invitation', token, NOW)).not.toBeNull();
  });

  test('ends in a line of the log that names nobody when something fails', async () => {
    const { email } = await openColleague(office, 'caseworker');
    const { mail, lines } = mailbox(
      outbox(() => {
        throw new Error(`no route to ${email}`);
      }),
    );
    await ask(mail, email);
    expect(lines.join()).toContain('The mail transport broke off.');
    expect(lines.join()).not.toContain(email);
  });
});
