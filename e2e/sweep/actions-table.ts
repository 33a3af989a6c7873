import { randomUUID } from 'node:crypto';
import type { Permission } from '../../lib/access/policy.ts';
import { policyValues } from '../../lib/reminder-policy/policy-values.ts';
import { DEFAULT_POLICY } from '../../lib/reminders/policy.ts';
import { aCase, CaseStory, filing } from '../../tests/support/a-case.ts';
import type { TestOffice } from '../../tests/support/office.ts';
import { addPaperToCase } from '../support/server-store.ts';
import type { Fields } from './browser.ts';

/** The day on which every attack happens: a plan has been silent on a grievance for longer than its 30 days. */
export const TODAY = '2026-03-20';

/** A form as somebody who may send it would: where it is, what is typed, and the case it is about. */
export type Form = { readonly path: string; readonly fields: Fields; readonly caseId?: string };

/** What a row prepares its form with. */
export type Setting = {
  readonly office: TestOffice;
  /** Sends another action's form first, as a person who may. */
  readonly first: (action: string, form: Form) => Promise<void>;
  readonly query: (text: string, values?: unknown[]) => Promise<Record<string, string>>;
};

export type ActionRow = {
  /** Who may, by the policy; an action about nobody but the person who asks, or open to all, says so instead. */
  readonly permission: Permission | 'own' | 'public';
  readonly needsRecentFactor?: true;
  /** True where the form carries ids of an office's records, so that another office's can be tried. */
  readonly hasIds?: true;
  /** True for an action that takes the form alone and answers only with where to go. */
  readonly onlyLeads?: true;
  /** True for an action without inputs, which no form can spoil. */
  readonly readsNothing?: true;
  readonly form: (setting: Setting) => Promise<Form>;
};

const silent = () => aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02');

/** A form on one task page of a case that is recorded for it, or on the case's own page. */
const onCase = (
  permission: Permission,
  task: string,
  fields: (office: TestOffice) => Fields,
  story: () => CaseStory = silent,
): ActionRow => ({
  permission,
  hasIds: true,
  async form({ office }) {
    const caseId = await story().in(office);
    return caseForm(caseId, task, fields(office));
  },
});

const caseForm = (caseId: string, task: string, fields: Fields): Form => ({
  path: task === '' ? `/cases/${caseId}` : `/cases/${caseId}/${task}`,
  fields: { ...fields, caseId },
  caseId,
});

/** A form on one task page of a case, sent after others of the same case. */
const afterOthers = (
  permission: Permission,
  task: string,
  others: readonly (readonly [action: string, task: string, fields: Fields])[],
  fields: (caseId: string, setting: Setting) => Promise<Fields>,
  story: () => CaseStory = silent,
): ActionRow => ({
  permission,
  hasIds: true,
  async form(setting) {
    const caseId = await story().in(setting.office);
    for (const [action, page, typed] of others) await setting.first(action, caseForm(caseId, page, typed));
    return caseForm(caseId, task, await fields(caseId, setting));
  },
});

const REASON = { reason: 'Because the letter says so.' };

const idOf = async ({ query }: Setting, table: string, caseId: string): Promise<string> =>
  (await query(`select id from ${table} where case_id = $1`, [caseId]))['id'] ?? '';

/** A form about a view that a leader shared, removed or not. */
const onSharedView = async ({ office, query }: Setting, isRemoved: boolean): Promise<Form> => {
  const { id = '' } = await query(
    `insert into saved_views (office_id, user_id, name, params, is_shared, removed_at)
      values ($1, $2, $3, 'due=past', true, case when $4 then now() end) returning id`,
    [office.officeId, office.person('supervisor').userId, `View ${randomUUID()}`, isRemoved],
  );
  return { path: '/cases/views', fields: { viewId: id } };
};

const TASKS = '(staff)/cases/[caseId]';
const BY_HAND = [
  `${TASKS}/date/action.ts#dateAction`,
  'date',
  { rule: 'ca.imr.deadline.silence', kind: 'by-hand', dueOn: '4/20/26', ...REASON },
] as const;
const MANUAL = [
  `${TASKS}/deadline/action.ts#deadlineAction`,
  'deadline',
  { title: 'Call back', owedBy: 'plan', dueOn: '4/2/26' },
] as const;
const ANSWERED = [
  `${TASKS}/deadline/answer/action.ts#answerReminderAction`,
  'deadline/answer',
  { rule: 'ca.imr.deadline.silence', kind: 'acknowledged', ...REASON },
] as const;
const ITEM_ANSWERED = [
  `${TASKS}/filing-checklist/answer/action.ts#answerItemAction`,
  'filing-checklist/answer?item=release-signature',
  { item: 'release-signature', answer: 'done', ...REASON },
] as const;
const CLOSED = [
  `${TASKS}/closure/action.ts#closeCaseAction`,
  'closure',
  { outcome: 'client-withdrew' },
] as const;
const HELD = [`${TASKS}/hold/action.ts#placeHoldAction`, 'hold', REASON] as const;
const FILED = [
  `${TASKS}/imr-filing/action.ts#imrFilingAction`,
  'imr-filing',
  filing('', '2026-03-06') as unknown as Fields,
] as const;
const SENT = [
  FILED[0],
  FILED[1],
  filing('', '2026-03-06', { confirmationNumber: '' }) as unknown as Fields,
] as const;
const ACCEPTED = [
  `${TASKS}/imr-acceptance/action.ts#imrAcceptanceAction`,
  'imr-acceptance',
  { screening: 'accepted', screenedOn: '3/10/26', receivedOn: '3/7/26' },
] as const;
const OVERTURNED = [
  `${TASKS}/imr-determination/action.ts#imrDeterminationAction`,
  'imr-determination',
  { outcome: 'overturned', determinedOn: '3/18/26' },
] as const;

const PINNED = [
  `${TASKS}/pinned-facts/action.ts#pinAction`,
  'pinned-facts',
  { body: 'Dialysis Tue and Thu.' },
] as const;

const MESSAGE = [`${TASKS}/message/action.ts#messageAction`, 'message', { kind: 'call-us' }] as const;

/** An address gets the same text once a day. */
const ownAddress = () => `${randomUUID()}@example.org`;

/** A case whose client may be written to. */
const consented = () =>
  new CaseStory({
    on: '2026-01-05',
    line: 'dmhc',
    email: ownAddress(),
    emailConsentOn: '2026-01-05',
    emailConsentHow: 'by phone',
  });

/** A form about a case and another one that could be of its family. */
const onRelatives = (
  fields: (
    pair: { readonly caseId: string; readonly otherId: string; readonly number: string },
    setting: Setting,
  ) => Fields | Promise<Fields>,
): ActionRow => ({
  permission: 'case.change',
  hasIds: true,
  async form(setting) {
    const caseId = await silent().in(setting.office);
    const otherId = await silent().in(setting.office);
    const { number = '' } = await setting.query('select number from cases where id = $1', [otherId]);
    return caseForm(caseId, 'family', await fields({ caseId, otherId, number }, setting));
  },
});

/** A form about one of the office's own texts, retired on a day or in use. */
const onTemplate = (retiredOn: string): ActionRow => ({
  permission: 'note-template.change',
  hasIds: true,
  async form({ office, query }) {
    const { id = '' } = await query(
      `insert into note_templates (office_id, kind, name, body, changed_by, changed_at, retired_at)
       values ($1, 'note', $2, 'Text', $3, now(), nullif($4, '')::date) returning id`,
      [office.officeId, `Text ${randomUUID()}`, office.person('administrator').userId, retiredOn],
    );
    return { path: '/settings/note-templates', fields: { templateId: id } };
  },
});

const LETTER = [
  `${TASKS}/letters/new/action.ts#writeLetterAction`,
  'letters/new',
  { template: 'grievance', language: 'en' },
] as const;

const restricting = (office: TestOffice): Fields => ({
  ground: 'other',
  reason: 'A colleague’s relative.',
  namedIds: [
    office.person('supervisor').userId,
    office.person('administrator').userId,
    office.person('caseworker').userId,
  ],
});
const RESTRICT = `${TASKS}/restriction/action.ts#restrictCaseAction`;

const onRestricted = (fields: (office: TestOffice) => Fields): ActionRow => ({
  permission: 'case.restrict',
  hasIds: true,
  async form({ office, first }) {
    const caseId = await silent().in(office);
    await first(RESTRICT, caseForm(caseId, 'restriction', restricting(office)));
    return caseForm(caseId, 'restriction', fields(office));
  },
});

/** A case whose time of keeping is over. */
const kept = (others: readonly (readonly [string, string])[] = []): ActionRow => ({
  permission: 'case.erase',
  hasIds: true,
  async form({ office, first, query }) {
    const caseId = await silent().in(office);
    await first(CLOSED[0], caseForm(caseId, 'closure', CLOSED[2]));
    await query(`update cases set retain_until_on = '2026-03-01' where id = $1`, [caseId]);
    const form = { path: `/retention/${caseId}`, fields: { caseId }, caseId };
    for (const [action, reason] of others) await first(action, { ...form, fields: { caseId, reason } });
    return { ...form, fields: { caseId, reason: 'Its time is over.' } };
  },
});

const WITHDRAW = `${TASKS}/documents/[documentId]/withdrawal/action.ts#withdrawDocumentAction`;

/** A form about one document of a case, sent after others of the same document. */
const onDocument = (
  task: string,
  fields: Fields,
  others: readonly (readonly [action: string, task: string, fields: Fields])[] = [],
): ActionRow => ({
  permission: 'document.change',
  hasIds: true,
  async form({ office, first }) {
    const caseId = await silent().in(office);
    const documentId = await addPaperToCase(office, caseId);
    const at = (place: string, typed: Fields) =>
      caseForm(caseId, `documents/${documentId}${place}`, { ...typed, documentId });
    for (const [action, place, typed] of others) await first(action, at(place, typed));
    return at(task, fields);
  },
});

const onPerson = (task: string, fields: Fields = {}, more: Partial<ActionRow> = {}): ActionRow => ({
  permission: 'person.manage',
  hasIds: true,
  ...more,
  async form({ office }) {
    const personId = office.person('caseworker').userId;
    return { path: `/people/${personId}${task}`, fields: { personId, ...fields } };
  },
});

const PEOPLE = '(staff)/people';
const INVITE = `${PEOPLE}/new/action.ts#invitePersonAction`;
const newPerson = (): Fields => ({
  name: 'New Colleague',
  email: `new-${randomUUID()}@example.org`,
  role: 'caseworker',
});

const onInvited = (): ActionRow => ({
  permission: 'person.manage',
  hasIds: true,
  async form({ first, query }) {
    const fields = newPerson();
    await first(INVITE, { path: '/people/new', fields });
    const { id = '' } = await query('select id from users where email = $1', [fields['email']]);
    return { path: `/people/${id}`, fields: { personId: id } };
  },
});

const planOf = async ({ query, office }: Setting): Promise<string> =>
  (await query('select id from health_plans where office_id = $1', [office.officeId]))['id'] ?? '';

const RULES = '(staff)/rules/[rule]';
const DRAFT: Form = {
  path: '/rules/ca.grv.ack/draft',
  fields: {
    rule: 'ca.grv.ack',
    periodCount: '7',
    periodUnit: 'calendar days',
    startsOn: '4/1/26',
    source: 'A bill',
    ...REASON,
  },
};
const onDraft = (permission: Permission): ActionRow => ({
  permission,
  hasIds: true,
  async form({ office, first, query }) {
    await first(`${RULES}/draft/action.ts#draftRuleVersionAction`, DRAFT);
    const { id = '' } = await query(
      'update rule_versions set drafted_by = $2 where office_id = $1 returning id',
      [office.officeId, office.person('supervisor').userId],
    );
    return { path: `/rules/ca.grv.ack/versions/${id}`, fields: { versionId: id, ...REASON } };
  },
});

const cover = ({ office }: Setting): Form => ({
  path: '/team/cover/new',
  fields: {
    absentId: office.person('caseworker').userId,
    coverId: office.person('supervisor').userId,
    fromOn: '3/23/26',
    untilOn: '3/27/26',
  },
});
const MOVE = '(staff)/cases/action.ts#moveCasesAction';
const moving = (office: TestOffice, caseIds: readonly string[]): Fields => ({
  caseIds: [...caseIds],
  ownerId: office.person('administrator').userId,
  from: '/cases',
  ...REASON,
});
const COVER = '(staff)/team/cover/new/action.ts#arrangeCoverAction';

const still = (permission: 'own' | 'public', path: string, fields: Fields): ActionRow => ({
  permission,
  form: () => Promise.resolve({ path, fields }),
});

const ACCOUNT = '(staff)/account';

/** Every server action. The sweep fails for an action of the build that has no row here, and for a row without its action. */
export const ACTIONS: Readonly<Record<string, ActionRow>> = {
  [`${TASKS}/acknowledgment/action.ts#acknowledgmentAction`]: onCase(
    'grievance.log',
    'acknowledgment',
    () => ({
      acknowledgedOn: '2/6/26',
    }),
  ),
  [`${TASKS}/assignment/action.ts#assignmentAction`]: {
    permission: 'case.assign',
    hasIds: true,
    async form({ office }) {
      const caseId = await silent().in(office);
      const fields = { caseIds: caseId, ownerId: office.person('administrator').userId, ...REASON };
      return { path: `/cases/${caseId}/assignment`, fields, caseId };
    },
  },
  [`${TASKS}/client/action.ts#clientAction`]: onCase('client.change', 'client', () => ({
    name: 'Somebody Else',
    language: 'en',
    ...REASON,
  })),
  [CLOSED[0]]: onCase('case.close', 'closure', () => CLOSED[2]),
  [`${TASKS}/closure/action.ts#reopenCaseAction`]: afterOthers('case.close', 'closure', [CLOSED], () =>
    Promise.resolve(REASON),
  ),
  [`${TASKS}/complaint/action.ts#complaintAction`]: onCase('complaint.record', 'complaint', () => ({
    regulator: 'DMHC',
    receivedOn: '3/10/26',
  })),
  [`${TASKS}/coverage/action.ts#coverageAction`]: onCase('case.change', 'coverage', ({ lines }) => ({
    planLineId: lines.dmhc,
    memberNumber: 'M-77',
    ...REASON,
  })),
  [BY_HAND[0]]: onCase('date.adjust', 'date', () => BY_HAND[2]),
  [`${TASKS}/date/action.ts#withdrawalAction`]: afterOthers(
    'date.adjust',
    'date',
    [BY_HAND],
    async (caseId, setting) => ({
      adjustmentId: await idOf(setting, 'date_adjustments', caseId),
      ...REASON,
    }),
  ),
  [MANUAL[0]]: onCase('deadline.add', 'deadline', () => MANUAL[2]),
  [`${TASKS}/deadline/action.ts#finishAction`]: afterOthers(
    'deadline.add',
    'deadline',
    [MANUAL],
    async (caseId, setting) => ({
      deadlineId: await idOf(setting, 'manual_deadlines', caseId),
      ending: 'done',
      doneOn: '3/20/26',
    }),
  ),
  [`${TASKS}/deadline/action.ts#reopenAction`]: afterOthers(
    'deadline.add',
    '',
    [MANUAL],
    async (caseId, setting) => {
      const deadlineId = await idOf(setting, 'manual_deadlines', caseId);
      await setting.query(`update manual_deadlines set done_on = '2026-03-20' where id = $1`, [deadlineId]);
      return { deadlineId };
    },
  ),
  [ANSWERED[0]]: onCase('reminder.answer', 'deadline/answer', () => ANSWERED[2]),
  [`${TASKS}/deadline/answer/action.ts#withdrawAnswerAction`]: afterOthers(
    'reminder.answer',
    'deadline/answer',
    [ANSWERED],
    async (caseId, setting) => ({ answerId: await idOf(setting, 'reminder_answers', caseId) }),
  ),
  [`${TASKS}/denial/action.ts#denialAction`]: onCase('denial.record', 'denial', () => ({
    letterOn: '1/20/26',
    bases: ['medical-necessity'],
    service: 'A pump',
    ...REASON,
  })),
  [ITEM_ANSWERED[0]]: onCase('document.change', ITEM_ANSWERED[1], () => ITEM_ANSWERED[2]),
  [`${TASKS}/filing-checklist/answer/action.ts#withdrawChecklistAnswerAction`]: afterOthers(
    'document.change',
    ITEM_ANSWERED[1],
    [ITEM_ANSWERED],
    async (caseId, setting) => ({ answerId: await idOf(setting, 'checklist_answers', caseId) }),
  ),
  [`${TASKS}/documents/[documentId]/action.ts#describeDocumentAction`]: onDocument('', {
    kind: 'bill',
    title: 'The bill',
    letterOn: '3/10/26',
  }),
  [`${TASKS}/documents/[documentId]/pages/action.ts#changePagesAction`]: onDocument('/pages', {
    pagesNumber: '1',
    order: '2, 1',
    right: '1',
  }),
  [`${TASKS}/documents/[documentId]/pages/action.ts#splitDocumentAction`]: onDocument('/pages', {
    pagesNumber: '1',
    fromPage: '2',
    kind: 'bill',
    title: 'The bill',
  }),
  [`${TASKS}/documents/[documentId]/redaction/action.ts#redactDocumentAction`]: onDocument('/redaction', {
    pagesNumber: '1',
    boxPage: '1',
    boxLeft: '10',
    boxTop: '10',
    boxWidth: '50',
    boxHeight: '5',
    confirmation: 'redact',
    ...REASON,
  }),
  [WITHDRAW]: onDocument('/withdrawal', REASON),
  [`${TASKS}/documents/[documentId]/withdrawal/action.ts#restoreDocumentAction`]: onDocument(
    '/withdrawal',
    {},
    [[WITHDRAW, '/withdrawal', REASON]],
  ),
  [`${TASKS}/grievance/action.ts#grievanceAction`]: onCase(
    'grievance.log',
    'grievance',
    () => ({ receivedOn: '2/2/26' }),
    () => aCase().denied('2026-01-20', 'medical-necessity'),
  ),
  [`${TASKS}/hearing/action.ts#hearingAction`]: onCase(
    'hearing.record',
    'hearing',
    () => ({ requestedOn: '3/12/26' }),
    () =>
      aCase('mediCal')
        .denied('2026-01-20', 'medical-necessity')
        .withGrievance('2026-02-02')
        .answered('2026-03-02'),
  ),
  [HELD[0]]: onCase('case.hold', 'hold', () => REASON),
  [`${TASKS}/hold/action.ts#releaseHoldAction`]: {
    ...afterOthers('case.hold', 'hold', [HELD], () => Promise.resolve(REASON)),
    needsRecentFactor: true,
  },
  [FILED[0]]: onCase('imr.file', 'imr-filing', () => FILED[2]),
  [`${TASKS}/proof-of-filing/action.ts#filingProofAction`]: afterOthers(
    'imr.file',
    'proof-of-filing',
    [SENT],
    () => Promise.resolve({ confirmationNumber: 'FX-118' }),
  ),
  [ACCEPTED[0]]: afterOthers('imr.follow', 'imr-acceptance', [FILED], () => Promise.resolve(ACCEPTED[2])),
  [OVERTURNED[0]]: afterOthers('imr.follow', 'imr-determination', [FILED, ACCEPTED], () =>
    Promise.resolve(OVERTURNED[2]),
  ),
  [`${TASKS}/implementation/action.ts#implementationAction`]: afterOthers(
    'imr.follow',
    'implementation',
    [FILED, ACCEPTED, OVERTURNED],
    () => Promise.resolve({ planReceivedOn: '3/19/26', implementedOn: '3/20/26' }),
  ),
  [`${TASKS}/imr-extension/action.ts#imrExtensionAction`]: onCase(
    'imr.file',
    'imr-extension',
    () => ({ statement: 'The client was in the hospital.' }),
    () =>
      aCase('dmhc', '2025-01-06')
        .denied('2025-01-06', 'medical-necessity')
        .withGrievance('2025-02-03')
        .answered('2025-03-03'),
  ),
  [LETTER[0]]: onCase('letter.write', LETTER[1], () => LETTER[2]),
  [`${TASKS}/letters/[documentId]/action.ts#editLetterAction`]: {
    permission: 'letter.write',
    hasIds: true,
    async form(setting) {
      const caseId = await silent().in(setting.office);
      await setting.first(LETTER[0], caseForm(caseId, LETTER[1], LETTER[2]));
      const documentId = await idOf(setting, 'documents', caseId);
      return caseForm(caseId, `letters/${documentId}`, { documentId, body: 'What it says now.' });
    },
  },
  [MESSAGE[0]]: onCase('letter.write', MESSAGE[1], () => MESSAGE[2], consented),
  [`${TASKS}/message/action.ts#withdrawAction`]: afterOthers(
    'letter.write',
    'message',
    [MESSAGE],
    async (caseId, setting) => ({ messageId: await idOf(setting, 'client_messages', caseId) }),
    consented,
  ),
  [`${TASKS}/note/action.ts#noteAction`]: onCase('note.add', 'note', () => ({
    kind: 'note',
    happenedOn: '3/20/26',
    body: 'Called the plan.',
  })),
  [`${TASKS}/take-action/action.ts#takeActionAction`]: onCase('note.add', 'take-action', () => ({
    kind: 'note',
    happenedOn: '3/20/26',
    body: 'Waits for the records.',
    waitsFor: 'provider',
    title: 'Ask the clinic again',
    dueOn: '3/27/26',
  })),
  [PINNED[0]]: onCase('note.add', 'pinned-facts', () => PINNED[2]),
  [`${TASKS}/pinned-facts/action.ts#unpinAction`]: afterOthers(
    'note.add',
    'pinned-facts',
    [PINNED],
    async (caseId, setting) => ({ factId: await idOf(setting, 'pinned_facts', caseId) }),
  ),
  [`${TASKS}/pinned-facts/action.ts#pinAgainAction`]: afterOthers(
    'note.add',
    'pinned-facts',
    [PINNED],
    async (caseId, setting) => {
      await setting.query(
        'update pinned_facts set unpinned_by = pinned_by, unpinned_at = pinned_at where case_id = $1',
        [caseId],
      );
      return { factId: await idOf(setting, 'pinned_facts', caseId) };
    },
  ),
  [`${TASKS}/family/action.ts#linkAction`]: onRelatives(({ number }) => ({ other: number })),
  [`${TASKS}/family/action.ts#unlinkAction`]: onRelatives(async ({ caseId, otherId }, { query }) => {
    await query('update cases set family_id = $1 where id in ($1, $2)', [caseId, otherId]);
    return { otherId };
  }),
  [`${TASKS}/packet/action.ts#packetAction`]: {
    permission: 'packet.assemble',
    hasIds: true,
    async form({ office, query }) {
      const caseId = await silent().in(office);
      const { id } = await query(
        `insert into documents (office_id, case_id, kind, title, state, page_count, added_by, added_at)
         values ($1, $2, 'denial-letter', 'Denial letter', 'ready', 1, $3, now()) returning id`,
        [office.officeId, caseId, office.person('caseworker').userId],
      );
      return caseForm(caseId, 'packet', { channel: 'fax', exhibitIds: id ?? '' });
    },
  },
  [`${TASKS}/plan-decision/action.ts#planDecisionAction`]: onCase(
    'plan-decision.log',
    'plan-decision',
    () => ({
      outcome: 'upheld',
      letterOn: '3/2/26',
    }),
  ),
  [RESTRICT]: onCase('case.restrict', 'restriction', restricting),
  [`${TASKS}/restriction/action.ts#changeNamedPeopleAction`]: onRestricted((office) => ({
    namedIds: [office.person('administrator').userId],
    ...REASON,
  })),
  [`${TASKS}/restriction/action.ts#liftRestrictionAction`]: {
    ...onRestricted(() => REASON),
    needsRecentFactor: true,
  },
  [MOVE]: {
    permission: 'case.assign',
    hasIds: true,
    async form({ office }) {
      const caseId = await silent().in(office);
      return { path: '/cases', fields: moving(office, [caseId]), caseId };
    },
  },
  '(staff)/team/action.ts#placeCasesAction': {
    permission: 'case.assign',
    hasIds: true,
    async form({ office }) {
      const caseId = await silent().in(office);
      const fromId = office.person('caseworker').userId;
      const fields = {
        caseIds: [caseId],
        placements: [`${caseId}:${office.person('administrator').userId}`],
        fromId,
        ...REASON,
      };
      return { path: `/team?from=${fromId}`, fields, caseId };
    },
  },
  '(staff)/team/nudge/action.ts#nudgeAction': {
    permission: 'owner.nudge',
    hasIds: true,
    async form({ office }) {
      const caseId = await silent().in(office);
      return { path: '/team', fields: { caseId, rule: 'ca.grv.resolve', dueOn: '2026-03-04' }, caseId };
    },
  },
  '(staff)/team/undo-move/action.ts#undoMoveAction': {
    permission: 'case.assign',
    hasIds: true,
    async form({ office, first, query }) {
      const caseId = await silent().in(office);
      await first(MOVE, { path: '/cases', fields: moving(office, [caseId]) });
      const { move = '' } = await query(
        `select subject_id as move from audit_events where case_id = $1 and event = 'case.assigned'`,
        [caseId],
      );
      return { path: `/team?moved=1&move=${move}`, fields: { moveId: move, from: '/team' }, caseId };
    },
  },
  '(staff)/cases/message/choose.ts#chooseForMessageAction': {
    permission: 'letter.write',
    onlyLeads: true,
    form: () => Promise.resolve({ path: '/cases', fields: { caseIds: [randomUUID()], from: '/cases' } }),
  },
  '(staff)/cases/message/action.ts#messageClientsAction': {
    permission: 'letter.write',
    hasIds: true,
    async form({ office, query }) {
      const caseId = await silent().in(office);
      await query(
        `update clients k set email = $2, email_consent_on = '2026-01-05', email_consent_how = 'by phone'
          from cases c where c.id = $1 and k.id = c.client_id returning k.id`,
        [caseId, ownAddress()],
      );
      const fields = { caseIds: [caseId], kind: 'call-us', from: '/cases' };
      return { path: `/cases/message?cases=${caseId}`, fields, caseId };
    },
  },
  '(staff)/cases/views/action.ts#saveViewAction': {
    permission: 'case.read',
    form: () => Promise.resolve({ path: '/cases', fields: { name: 'Late', params: 'due=past' } }),
  },
  '(staff)/cases/views/removal/action.ts#removeViewAction': {
    permission: 'case.read',
    hasIds: true,
    form: (setting) => onSharedView(setting, false),
  },
  '(staff)/cases/views/restoration/action.ts#restoreViewAction': {
    permission: 'case.read',
    hasIds: true,
    form: (setting) => onSharedView(setting, true),
  },
  '(staff)/cases/search.ts#searchCasesAction': {
    permission: 'case.read',
    onlyLeads: true,
    form: () => Promise.resolve({ path: '/cases', fields: { q: 'Prueba' } }),
  },
  '(staff)/cases/new/action.ts#openCaseAction': {
    permission: 'case.open',
    hasIds: true,
    form: ({ office }) =>
      Promise.resolve({
        path: '/cases/new',
        fields: { name: 'New Client', language: 'en', planLineId: office.lines.dmhc },
      }),
  },
  [INVITE]: {
    permission: 'person.manage',
    needsRecentFactor: true,
    form: () => Promise.resolve({ path: '/people/new', fields: newPerson() }),
  },
  [`${PEOPLE}/[personId]/deactivation/action.ts#deactivatePersonAction`]: {
    permission: 'person.manage',
    hasIds: true,
    async form({ office, query }) {
      // Whoever owns open cases hands them over first.
      const { id: personId = '' } = await query(
        `insert into users (office_id, email, name, role) values ($1, $2, 'Leaving Colleague', 'caseworker')
         returning id`,
        [office.officeId, `leaving-${randomUUID()}@example.org`],
      );
      return { path: `/people/${personId}/deactivation`, fields: { personId, ...REASON } };
    },
  },
  [`${PEOPLE}/[personId]/invitation/action.ts#resendInvitationAction`]: onInvited(),
  [`${PEOPLE}/[personId]/invitation/action.ts#withdrawInvitationAction`]: onInvited(),
  [`${PEOPLE}/[personId]/reactivation/action.ts#reactivatePersonAction`]: {
    permission: 'person.manage',
    needsRecentFactor: true,
    hasIds: true,
    async form({ office, query }) {
      const { id: personId = '' } = await query(
        `insert into users (office_id, email, name, role, deactivated_at)
         values ($1, $2, 'Former Colleague', 'caseworker', now()) returning id`,
        [office.officeId, `former-${randomUUID()}@example.org`],
      );
      return { path: `/people/${personId}/reactivation`, fields: { personId, ...REASON } };
    },
  },
  [`${PEOPLE}/[personId]/release/action.ts#releaseHoldAction`]: onPerson(''),
  [`${PEOPLE}/[personId]/role/action.ts#changeRoleAction`]: onPerson(
    '/role',
    { role: 'reviewer', ...REASON },
    { needsRecentFactor: true },
  ),
  [`${PEOPLE}/[personId]/second-factor/action.ts#removeSecondFactorAction`]: {
    permission: 'person.manage',
    needsRecentFactor: true,
    hasIds: true,
    form({ office }) {
      const personId = office.person('supervisor').userId;
      return Promise.resolve({ path: `/people/${personId}/second-factor`, fields: { personId, ...REASON } });
    },
  },
  [`${PEOPLE}/[personId]/sessions/action.ts#endSessionsAction`]: {
    permission: 'person.manage',
    hasIds: true,
    async form({ office, query }) {
      const { userId, officeId } = office.person('reviewer');
      await query(
        `insert into sessions (office_id, user_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
        [officeId, userId],
      );
      return { path: `/people/${userId}`, fields: { personId: userId } };
    },
  },
  '(staff)/plans/new/action.ts#addPlanAction': {
    permission: 'plan.change',
    form: () => Promise.resolve({ path: '/plans/new', fields: { name: 'Another Plan' } }),
  },
  '(staff)/plans/[planId]/change/action.ts#changePlanAction': {
    permission: 'plan.change',
    hasIds: true,
    async form(setting) {
      const planId = await planOf(setting);
      return { path: `/plans/${planId}/change`, fields: { planId, name: 'Renamed Plan' } };
    },
  },
  '(staff)/plans/[planId]/lines/new/action.ts#addPlanLineAction': {
    permission: 'plan.change',
    hasIds: true,
    async form(setting) {
      const planId = await planOf(setting);
      const fields = { planId, name: 'Another line', program: 'commercial', regulator: 'DMHC' };
      return { path: `/plans/${planId}/lines/new`, fields };
    },
  },
  '(staff)/plans/[planId]/lines/[lineId]/action.ts#changePlanLineAction': {
    permission: 'plan.change',
    hasIds: true,
    async form(setting) {
      const lineId = setting.office.lines.unknown;
      const fields = { lineId, name: 'Renamed line', program: 'commercial', regulator: 'DMHC', ...REASON };
      return { path: `/plans/${await planOf(setting)}/lines/${lineId}`, fields };
    },
  },
  '(staff)/reminders/lift/action.ts#liftSuppressionAction': {
    permission: 'reminders.oversee',
    hasIds: true,
    async form({ office, query }) {
      const email = `${randomUUID()}@example.org`;
      await office.openCase({ on: '2026-03-02', email });
      const { id = '' } = await query(
        `insert into suppressions (office_id, address, ground, scope, since)
        values ($1, $2, 'bounced', 'all', '2026-03-10') returning id`,
        [office.officeId, email],
      );
      return { path: `/reminders/lift?address=${id}`, fields: { suppressionId: id, ...REASON } };
    },
  },
  '(staff)/retention/[caseId]/action.ts#proposeErasureAction': kept(),
  '(staff)/retention/[caseId]/action.ts#withdrawErasureAction': kept([
    ['(staff)/retention/[caseId]/action.ts#proposeErasureAction', 'Its time is over.'],
  ]),
  '(staff)/retention/[caseId]/action.ts#eraseCaseAction': {
    permission: 'case.erase',
    needsRecentFactor: true,
    hasIds: true,
    async form(setting) {
      const form = await kept().form(setting);
      await setting.query(
        `insert into erasure_proposals (office_id, case_id, proposed_by, proposed_at) values ($1, $2, $3, now())`,
        [setting.office.officeId, form.caseId, setting.office.person('supervisor').userId],
      );
      return { ...form, fields: { caseId: form.caseId ?? '' } };
    },
  },
  [`${RULES}/draft/action.ts#draftRuleVersionAction`]: {
    permission: 'rule.change',
    form: () => Promise.resolve(DRAFT),
  },
  [`${RULES}/versions/[versionId]/action.ts#approveRuleVersionAction`]: onDraft('rule.change'),
  [`${RULES}/versions/[versionId]/action.ts#discardRuleVersionAction`]: onDraft('rule.change'),
  '(staff)/reminders/policy/action.ts#changePolicyAction': {
    permission: 'reminders.change',
    form: () =>
      Promise.resolve({
        path: '/reminders/policy',
        fields: { ...policyValues({ ...DEFAULT_POLICY, mostAloneADay: 12 }) },
      }),
  },
  '(staff)/settings/official-forms/[formId]/action.ts#mapFormAction': {
    permission: 'official-form.change',
    hasIds: true,
    async form({ office, query }) {
      const { id } = await query(
        `with former as (update official_forms set replaced_at = now() where office_id = $1 and replaced_at is null),
         file as (
           insert into stored_files (office_id, storage_key, media_type, byte_count, sha256, wrapped_key, master_key_id)
           values ($1, gen_random_uuid()::text, 'application/pdf', 1, repeat('0', 64), '', '') returning id)
         insert into official_forms (office_id, regulator, title, file_id, page_count, has_fields, uploaded_by, uploaded_at)
         select $1, 'DMHC', 'DMHC 20-224', id, 1, true, $2, now() from file returning id`,
        [office.officeId, office.person('administrator').userId],
      );
      const formId = id ?? '';
      return {
        path: `/settings/official-forms/${formId}`,
        fields: { formId, names: 'Patient Name', numbers: '1' },
      };
    },
  },
  '(staff)/settings/note-templates/action.ts#saveTemplateAction': {
    permission: 'note-template.change',
    form: () =>
      Promise.resolve({
        path: '/settings/note-templates',
        fields: { templateId: '', kind: 'call', name: `Status call ${randomUUID()}`, body: 'Asked about: ' },
      }),
  },
  '(staff)/settings/note-templates/action.ts#retireTemplateAction': onTemplate(''),
  '(staff)/settings/note-templates/action.ts#restoreTemplateAction': onTemplate('2026-03-01'),
  '(staff)/settings/action.ts#changeOfficeAction': {
    permission: 'office.change',
    needsRecentFactor: true,
    form: () =>
      Promise.resolve({
        path: '/settings',
        fields: {
          name: 'Renamed Office',
          phone: '555-0199',
          timeZone: 'America/Denver',
          secondFactorFor: 'leaders',
          idleLockMinutes: '20',
          retentionYears: '8',
        },
      }),
  },
  [COVER]: { permission: 'cover.arrange', hasIds: true, form: (setting) => Promise.resolve(cover(setting)) },
  '(staff)/team/cover/action.ts#endCoverAction': {
    permission: 'cover.arrange',
    hasIds: true,
    async form(setting) {
      await setting.first(COVER, cover(setting));
      const { id = '' } = await setting.query('select id from covers where office_id = $1', [
        setting.office.officeId,
      ]);
      return { path: '/team/cover', fields: { arrangementId: id, ...REASON } };
    },
  },
  '(staff)/sign-out.ts#signOutAction': { ...still('own', '/', {}), readsNothing: true, onlyLeads: true },
  [`${ACCOUNT}/authenticator/action.ts#setUpAuthenticatorAction`]: {
    ...still('own', '/account/authenticator', { code: '000000' }),
    needsRecentFactor: true,
  },
  [`${ACCOUNT}/authenticator/removal/action.ts#removeAuthenticatorAction`]: {
    ...still('own', '/account/authenticator/removal', {}),
    needsRecentFactor: true,
    readsNothing: true,
  },
  [`${ACCOUNT}/calendar/action.ts#createFeedAction`]: {
    ...still('own', '/account/calendar', {}),
    needsRecentFactor: true,
    readsNothing: true,
  },
  [`${ACCOUNT}/calendar/action.ts#revokeFeedAction`]: {
    ...still('own', '/account/calendar', {}),
    readsNothing: true,
  },
  [`${ACCOUNT}/digest/action.ts#changeDigestAction`]: still('own', '/account/digest', {
    comes: 'on',
    hour: '7:30 am',
  }),
  [`${ACCOUNT}/password/action.ts#changePasswordAction`]: still('own', '/account/password', {
    password: 'not the password',
    newPassword: 'a long enough pass phrase',
    newPasswordAgain: 'a long enough pass phrase',
  }),
  [`${ACCOUNT}/recovery-codes/action.ts#makeRecoveryCodesAction`]: {
    ...still('own', '/account/recovery-codes', {}),
    needsRecentFactor: true,
    readsNothing: true,
  },
  [`${ACCOUNT}/sessions/action.ts#endSessionAction`]: {
    ...still('own', '/account', { sessionId: randomUUID() }),
    needsRecentFactor: true,
  },
  [`${ACCOUNT}/sessions/action.ts#endOtherSessionsAction`]: {
    ...still('own', '/account', {}),
    needsRecentFactor: true,
    readsNothing: true,
  },
  '(auth)/confirm/action.ts#confirmAction': still('own', '/confirm', { passwordOrCode: '000000' }),
  '(auth)/second-factor/action.ts#takeCodeAction': still('own', '/second-factor', { code: '000000' }),
  '(auth)/second-factor/recovery/action.ts#takeRecoveryCodeAction': still('own', '/second-factor/recovery', {
    code: 'aaaaa-aaaaa',
  }),
  '(auth)/second-factor/set-up/action.ts#setUpFirstAction': still('own', '/second-factor/set-up', {
    code: '000000',
  }),
  '(auth)/unlock/action.ts#unlockAction': still('own', '/unlock', { passwordOrCode: 'not the password' }),
  '(auth)/sign-in/action.ts#signInAction': still('public', '/sign-in', {
    email: 'nobody@example.org',
    password: 'not the password at all',
  }),
  '(auth)/reset/action.ts#requestResetAction': still('public', '/reset', { email: 'nobody@example.org' }),
  '(auth)/choose-password/action.ts#choosePasswordAction': still('public', '/reset', {
    token: 'A'.repeat(43),
    password: 'a long enough pass phrase',
    passwordAgain: 'a long enough pass phrase',
  }),
  '(public)/calculator/action.ts#calculateAction': still('public', '/calculator', { line: 'dmhc' }),
};
