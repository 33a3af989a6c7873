import { expect, test } from '@playwright/test';
import { may } from '../lib/access/policy.ts';
import { ROLES, type Role } from '../lib/db/vocabulary.ts';
import { LARGEST_FORM } from '../lib/edge/form-gate.ts';
import { inheritEnv } from '../lib/env.ts';
import { openTestOffice, type TestOffice } from '../tests/support/office.ts';
import { ACTIONS, type ActionRow, type Form, type Setting, TODAY } from './sweep/actions-table.ts';
import {
  type Answer,
  callAction,
  type Fields,
  formOf,
  NOBODY,
  numberFor,
  type Session,
  sessionOf,
  submitForm,
} from './sweep/browser.ts';
import { builtActions } from './sweep/built.ts';
import { writtenIn } from './sweep/written.ts';

/** Every server action of the build, tried by everybody who must not, with everything that must not be sent. */

const environment = inheritEnv({});
const openOffice = () =>
  openTestOffice({
    ownerUrl: environment['E2E_OWNER_DATABASE_URL'] ?? '',
    appUrl: environment['E2E_APP_DATABASE_URL'] ?? '',
    workerUrl: environment['E2E_WORKER_DATABASE_URL'] ?? '',
  });

const ids = builtActions();

test('every action of the build has its row, and every row its action', () => {
  expect(Object.keys(ACTIONS).toSorted()).toEqual([...ids.keys()].toSorted());
});

type Scene = {
  readonly id: string;
  readonly row: ActionRow;
  readonly form: Form;
  readonly office: TestOffice;
  readonly neighbor: TestOffice;
};

type Attack = {
  readonly name: string;
  readonly run: (scene: Scene) => Promise<Answer>;
  /** What the answer has to be; that nothing was written, and nothing told, holds for all. */
  readonly expect: (answer: Answer, scene: Scene) => void;
};

const holders = ({ permission }: ActionRow): Role[] =>
  permission === 'own' || permission === 'public'
    ? ['administrator']
    : ROLES.filter((role) => may({ role }, permission));
const outsiders = (row: ActionRow): Role[] =>
  row.permission === 'own' || row.permission === 'public'
    ? []
    : ROLES.filter((role) => !holders(row).includes(role));
/** The person who may, and with the most rights, so that nothing else keeps an attack out. */
const permitted = (office: TestOffice, row: ActionRow) =>
  office.person(
    holders(row).includes('administrator') ? 'administrator' : (holders(row).at(-1) ?? 'caseworker'),
  );

const numbered = (fields: Fields, session: Session): Fields =>
  session.holder ? { ...fields, formNumber: numberFor(session.holder) } : fields;

function send(
  { id, form, row }: Scene,
  session: Session,
  fields: Fields | FormData,
  origin?: string | null,
): Promise<Answer> {
  const sending = { path: form.path, session, on: TODAY, takesFormAlone: row.onlyLeads === true };
  const withNumber = fields instanceof FormData ? fields : numbered(fields, session);
  return callAction(id, sending, withNumber, origin);
}

const refusedBecause = (because: string) => (answer: Answer) => {
  expect.soft(answer.text).toContain(because);
  expect.soft(answer.location).toBeNull();
};
const toldNotFound = (answer: Answer) => {
  expect.soft(answer.location).toBeNull();
  expect.soft(answer.text).toMatch(/"status":"(invalid|conflict)"/);
};

const asHolder = (scene: Scene, facts?: Parameters<typeof sessionOf>[2]): Promise<Session> =>
  sessionOf(scene.office, permitted(scene.office, scene.row), facts);

const ledTo = (answer: Answer, place: RegExp) => expect.soft(answer.location).toMatch(place);
const SIGNED_OUT = (answer: Answer, { row }: Scene) =>
  row.onlyLeads
    ? ledTo(answer, /^\/(sign-in|second-factor)/)
    : refusedBecause('"because":"signed-out"')(answer);
const LOCKED = (answer: Answer, { row }: Scene) =>
  row.onlyLeads ? ledTo(answer, /^\/unlock/) : refusedBecause('"because":"locked"')(answer);

const BY_NOBODY: Attack[] = [
  { name: 'without a session', run: (scene) => send(scene, NOBODY, scene.form.fields), expect: SIGNED_OUT },
  {
    name: 'with a made-up session',
    run: (scene) =>
      send(scene, { cookie: 'recourse-session=eyJhbGciOiJub25lIn0.e30.', holder: null }, scene.form.fields),
    expect: SIGNED_OUT,
  },
  {
    name: 'with an expired session',
    run: async (scene) => send(scene, await asHolder(scene, { expiresIn: -1 }), scene.form.fields),
    expect: SIGNED_OUT,
  },
  {
    name: 'with a revoked session',
    run: async (scene) => send(scene, await asHolder(scene, { isRevoked: true }), scene.form.fields),
    expect: SIGNED_OUT,
  },
];

/** What is not about the session itself needs one that is open. */
const BY_NOBODY_YET: Attack[] = [
  {
    name: 'with a locked session',
    run: async (scene) => send(scene, await asHolder(scene, { isLocked: true }), scene.form.fields),
    expect: LOCKED,
  },
  {
    name: 'with a session left alone too long',
    run: async (scene) => send(scene, await asHolder(scene, { seenAgo: 16 }), scene.form.fields),
    expect: LOCKED,
  },
  {
    name: 'with a session whose second factor is owed',
    run: async (scene) => send(scene, await asHolder(scene, { factorAgo: null }), scene.form.fields),
    expect: SIGNED_OUT,
  },
];

const byRole = (role: Role): Attack => ({
  name: `as a ${role}`,
  run: async (scene) =>
    send(scene, await sessionOf(scene.office, scene.office.person(role)), scene.form.fields),
  expect: (answer, { row }) =>
    row.onlyLeads
      ? expect.soft(answer.location).toBeNull()
      : refusedBecause('Your role does not include this.')(answer),
});

const WITH_FOREIGN_IDS: Attack = {
  name: 'from another office',
  run: async (scene) =>
    send(scene, await sessionOf(scene.neighbor, permitted(scene.neighbor, scene.row)), scene.form.fields),
  expect: toldNotFound,
};

/** The case is restricted to nobody for the time of the attack. */
const ON_RESTRICTED: Attack = {
  name: 'on a case restricted to others',
  async run(scene) {
    const { office, form } = scene;
    const { pool } = office.owner;
    const session = await asHolder(scene);
    const restricted = await pool.query(
      `insert into restrictions (case_id, office_id, ground, reason, restricted_by, restricted_at)
       values ($1, $2, 'other', 'The sweep', $3, now()) on conflict do nothing`,
      [form.caseId, office.officeId, office.person('supervisor').userId],
    );
    // Whoever is named is named later, and then again as before.
    const shift = (days: string) =>
      pool.query(`update named_people set from_on = from_on ${days} where case_id = $1`, [form.caseId]);
    await shift('+ 1000');
    const answer = await send(scene, session, form.fields);
    await shift('- 1000');
    if (restricted.rowCount === 1)
      await pool.query('delete from restrictions where case_id = $1', [form.caseId]);
    return answer;
  },
  expect: toldNotFound,
};

const STALE_FACTOR: Attack = {
  name: 'with a second factor shown eleven minutes ago',
  run: async (scene) => send(scene, await asHolder(scene, { factorAgo: 11 }), scene.form.fields),
  expect: refusedBecause('"because":"confirm"'),
};

const turnedAway = (status: number, words: string) => (answer: Answer) => {
  expect.soft(answer.status).toBe(status);
  expect.soft(answer.text).toContain(words);
};

const FROM_ELSEWHERE: Attack[] = [
  ...[null, 'null', 'https://evil.example'].flatMap((origin): Attack[] => [
    {
      name: `with the Origin ${origin ?? 'left out'}`,
      run: async (scene) => send(scene, await asHolder(scene), scene.form.fields, origin),
      expect: turnedAway(403, 'another address than Recourse’s own'),
    },
    {
      name: `with the Origin ${origin ?? 'left out'}, without script`,
      async run(scene) {
        const session = await asHolder(scene);
        const sending = { path: scene.form.path, session, on: TODAY };
        return submitForm(scene.id, sending, numbered(scene.form.fields, session), origin);
      },
      expect: turnedAway(403, '<h1>Not saved</h1>'),
    },
  ]),
  {
    name: 'across sites by the browser’s own word',
    async run(scene) {
      const session = await asHolder(scene);
      const sending = {
        path: scene.form.path,
        session,
        on: TODAY,
        headers: { 'x-forwarded-host': 'evil.example' },
      };
      return callAction(scene.id, sending, numbered(scene.form.fields, session), 'https://evil.example');
    },
    expect: turnedAway(403, 'another address'),
  },
];

const tooMuch = 'x'.repeat(LARGEST_FORM);

const OVERSIZE: Attack[] = [
  {
    name: 'with a body that is too large',
    run: async (scene) => send(scene, await asHolder(scene), { ...scene.form.fields, reason: tooMuch }),
    expect: turnedAway(413, 'larger than a form may be'),
  },
];

const malformed = (name: string, spoil: (fields: Fields) => Fields | FormData): Attack => ({
  name,
  async run(scene) {
    const session = await asHolder(scene);
    const spoiled = spoil(numbered(scene.form.fields, session));
    return callAction(scene.id, { path: scene.form.path, session, on: TODAY }, spoiled);
  },
  expect(answer, { row }) {
    expect.soft(answer.status).toBeLessThan(500);
    if (row.permission !== 'public') expect.soft(answer.location).toBeNull();
  },
});

const withPart = (fields: Fields, name: string, value: string | Blob): FormData => {
  const form = formOf(fields);
  form.append(name, value);
  return form;
};

const MALFORMED: Attack[] = [
  malformed('with no field at all', () => ({})),
  malformed('with garbage in every field', (fields) =>
    Object.fromEntries(Object.keys(fields).map((name) => [name, `\0‮${'{"$gt":""}'}'--`])),
  ),
  malformed('with a file', (fields) => withPart(fields, 'note', new File(['x'], 'x.svg'))),
  ...['__proto__', 'constructor', 'a.__proto__.role', 'a[constructor][prototype]'].map((name) =>
    malformed(`with a field named ${name}`, (fields) => withPart(fields, name, 'administrator')),
  ),
  malformed('with 201 fields', (fields) => ({
    ...fields,
    ...Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`f${index}`, 'x'])),
  })),
];

const UNNUMBERED: Attack[] = [
  malformed('without a form number', (fields) => ({ ...fields, formNumber: [] })),
  malformed('with a form number of its own making', (fields) => ({ ...fields, formNumber: 'a.b.c.d' })),
  {
    name: 'with a colleague’s form number',
    async run(scene) {
      const formNumber = numberFor(scene.office.person('reviewer'));
      const session = await asHolder(scene);
      return callAction(
        scene.id,
        { path: scene.form.path, session, on: TODAY },
        { ...scene.form.fields, formNumber },
      );
    },
    expect: refusedBecause('This form was not opened here by you'),
  },
];

function attacksOn(row: ActionRow, form: Form): Attack[] {
  const anywhere = [
    ...FROM_ELSEWHERE,
    ...OVERSIZE,
    ...(row.readsNothing ? [] : MALFORMED),
    ...(row.needsRecentFactor ? [STALE_FACTOR] : []),
  ];
  if (row.permission === 'public') return anywhere;
  if (row.permission === 'own') return [...BY_NOBODY, ...anywhere];
  if (row.onlyLeads)
    return [...BY_NOBODY, ...BY_NOBODY_YET, ...outsiders(row).map(byRole), ...FROM_ELSEWHERE, ...OVERSIZE];
  return [
    ...BY_NOBODY,
    ...BY_NOBODY_YET,
    ...outsiders(row).map(byRole),
    ...(row.hasIds ? [WITH_FOREIGN_IDS] : []),
    ...(form.caseId ? [ON_RESTRICTED] : []),
    ...anywhere,
    ...UNNUMBERED,
  ];
}

/** Neither how we are built nor whom a case is about. */
const TELLING = /\n\s+at |node_modules|\.ts:\d+|Ana Prueba/;

/** What a row sends first, sent by the person with the most rights. */
function settingOf(office: TestOffice): Setting {
  const session = sessionOf(office, office.person('administrator'));
  return {
    office,
    async first(action, form) {
      const own = await session;
      const sending = { path: form.path, session: own, on: TODAY };
      const answer = await callAction(ids.get(action) ?? '', sending, numbered(form.fields, own));
      expect(answer.location, `${action} first: ${answer.text.slice(0, 600)}`).not.toBeNull();
    },
    async query(text, values) {
      const { rows } = await office.owner.pool.query<Record<string, string>>(text, values);
      return rows[0] ?? {};
    },
  };
}

/** The same form from somebody who may: saved, and saved once. Without this, an attack could fail for any reason at all. */
async function savesOnce(scene: Scene): Promise<void> {
  const { id, form, office, neighbor } = scene;
  const session = await asHolder(scene);
  const fields = numbered(form.fields, session);
  const sending = { path: form.path, session, on: TODAY };
  const before = await writtenIn([office, neighbor]);
  const saved = await callAction(id, sending, fields);
  expect(saved.location, `somebody who may: ${saved.text.slice(0, 600)}`).not.toBeNull();
  const after = await writtenIn([office, neighbor]);
  expect(after, 'somebody who may saves').not.toEqual(before);

  const again = await callAction(id, sending, fields);
  const withoutScript = await submitForm(id, sending, fields);
  expect(again.location, 'sent again').toBe(saved.location);
  expect(withoutScript.location, 'sent again without script').toBe(saved.location);
  expect(await writtenIn([office, neighbor]), 'sent again').toEqual(after);
}

for (const [key, row] of Object.entries(ACTIONS)) {
  test(`${key} keeps out everybody who may not, and everything that is no form`, async () => {
    const id = ids.get(key);
    if (!id) throw new Error('the build has no such action');
    const office = await openOffice();
    const neighbor = await openOffice();
    try {
      const form = await row.form(settingOf(office));
      const scene = { id, row, form, office, neighbor };
      for (const attack of attacksOn(row, form))
        await test.step(attack.name, async () => {
          const before = await writtenIn([office, neighbor]);
          const answer = await attack.run(scene);
          expect
            .soft(await writtenIn([office, neighbor]), `${attack.name}: nothing is written`)
            .toEqual(before);
          expect.soft(answer.text, `${attack.name}: nothing is told`).not.toMatch(TELLING);
          expect.soft(answer.status, `${attack.name}: it is answered`).toBeLessThan(500);
          attack.expect(answer, scene);
        });
      if (row.permission !== 'public' && row.permission !== 'own' && !row.onlyLeads) await savesOnce(scene);
    } finally {
      // The sweep guesses passwords from the address that every journey comes from.
      await office.owner.pool.query(`delete from attempt_counts where key ~ '^(try|gate):address[.]'`);
      await office.close();
      await neighbor.close();
    }
  });
}
