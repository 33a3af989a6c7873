import { afterAll, beforeAll, expect, test } from 'vitest';
import { readActForm } from '../../../lib/acts/queries.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { templateChoice, templateInput } from '../../../lib/note-templates/input.ts';
import { findOwnTemplate, listTemplates } from '../../../lib/note-templates/queries.ts';
import { restoreTemplate } from '../../../lib/note-templates/restore-template.ts';
import { retireTemplate } from '../../../lib/note-templates/retire-template.ts';
import { saveTemplate } from '../../../lib/note-templates/save-template.ts';
import { readNoteForm } from '../../../lib/notes/queries.ts';
import { wordsIn } from '../../../lib/words/words.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { momentOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

const TODAY = localDate('2026-02-20');
let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  other = await openTestOffice(database);
});
afterAll(async () => {
  await other.close();
  await office.close();
  await database.drop();
});

const as = () => ({ on: TODAY, as: office.person('supervisor') });
const save = (typed: Record<string, unknown>) =>
  office.run(saveTemplate, templateInput, { kind: 'call', body: 'Asked about: ', ...typed }, as());
const retire = (templateId: string) => office.run(retireTemplate, templateChoice, { templateId }, as());
const restore = (templateId: string) => office.run(restoreTemplate, templateChoice, { templateId }, as());
const { noteTemplates } = wordsIn('en');
const own = async (from = office) => {
  const all = await inOffice(from.app.db, from.person('caseworker'), TODAY, (tx) =>
    listTemplates(tx, noteTemplates),
  );
  return all.slice(0, -noteTemplates.builtIn.length).map(({ name }) => name);
};

test('an office’s own texts come before those that Recourse brings, and are nobody else’s', async () => {
  valueOf(await save({ name: 'Zoning call' }));
  valueOf(await save({ name: 'Aid code check' }));
  expect(await own()).toEqual(['Aid code check', 'Zoning call']);
  expect(await own(other)).toEqual([]);
});

test('a name is given once, however it is capitalized', async () => {
  valueOf(await save({ name: 'Fax cover' }));
  expect(violationsOf(await save({ name: 'FAX COVER' }))[0]?.field).toBe('name');
});

test('a text is changed, retired and brought back', async () => {
  const { templateId } = valueOf(await save({ name: 'Escalation' }));
  valueOf(await save({ templateId, name: 'Escalation', body: 'Whom we asked: ' }));
  expect(violationsOf(await save({ templateId, name: 'Escalation', body: 'Whom we asked: ' }))).toHaveLength(
    1,
  );
  const found = await inOffice(office.app.db, office.person('supervisor'), TODAY, (tx) =>
    findOwnTemplate(tx, templateId, false),
  );
  expect(found?.body).toBe('Whom we asked: '.trim());
  valueOf(await retire(templateId));
  expect(await own()).not.toContain('Escalation');
  violationsOf(await retire(templateId));
  violationsOf(await save({ templateId, name: 'Escalation', body: 'Changed after all' }));
  valueOf(await restore(templateId));
  expect(await own()).toContain('Escalation');
  violationsOf(await restore(templateId));
});

test('a retired text is not brought back where another one has its name', async () => {
  const { templateId } = valueOf(await save({ name: 'Portal' }));
  valueOf(await retire(templateId));
  valueOf(await save({ name: 'portal' }));
  expect(violationsOf(await restore(templateId))[0]?.field).toBe('name');
});

test('a form starts from the text that was chosen, Recourse’s or the office’s', async () => {
  const caseId = await aCase().denied('2026-01-20', 'medical-necessity').in(office);
  const { templateId } = valueOf(await save({ name: 'Benefits check', body: 'Benefits: yes' }));
  const start = async (templateKey: string | null) => {
    const reader = office.person('caseworker');
    const form = await inOffice(office.app.db, reader, TODAY, (tx) =>
      readNoteForm(tx, caseId, TODAY, reader.userId, { kind: 'note', templateKey }, noteTemplates),
    );
    return form?.values;
  };
  expect(await start(templateId)).toMatchObject({ kind: 'call', body: 'Benefits: yes' });
  expect((await start('voicemail'))?.body).toContain('no name and no topic');
  const plain = await start('no-such-text');
  expect(plain).toMatchObject({ kind: 'note', body: '' });
  expect(plain?.colleagues).toEqual(['Test administrator', 'Test supervisor']);
});

test('whoever takes action starts from the same texts and can name the same colleagues', async () => {
  const caseId = await aCase().denied('2026-01-20', 'medical-necessity').in(office);
  const { userId: readerId } = office.person('caseworker');
  const [note, act] = await inOffice(office.app.db, office.person('caseworker'), TODAY, async (tx) => {
    const asked = { kind: 'note', templateKey: 'voicemail' } as const;
    const moment = { today: TODAY, now: momentOf(TODAY), readerId };
    return [
      await readNoteForm(tx, caseId, TODAY, readerId, asked, noteTemplates),
      await readActForm(tx, caseId, moment, asked, wordsIn('en')),
    ];
  });
  const { kind, body, templates, colleagues } = note?.values ?? {};
  expect(body).toContain('no name and no topic');
  expect(act?.values.note).toEqual({ kind, body, templates, colleagues });
});
