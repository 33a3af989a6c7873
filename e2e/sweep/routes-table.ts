import type { Permission } from '../../lib/access/policy.ts';
import type { Role } from '../../lib/db/vocabulary.ts';

/** What addresses are made of: one case, one person, one plan and so on of the office that is attacked. */
export type Places = {
  readonly caseId: string;
  readonly letterId: string;
  readonly closedCaseId: string;
  readonly reference: string;
  readonly personId: string;
  readonly planId: string;
  readonly lineId: string;
  readonly versionId: string;
  readonly documentId: string;
};

export type RouteRow = {
  /** Who may open it, by the policy; a page about nobody but the person who asks, or open to all, says so instead. */
  readonly permission: Permission | 'own' | 'public';
  readonly path: (places: Places) => string;
  /** The address of a case: it is not there for whom the case is hidden from. */
  readonly isOfCase?: true;
  /** Nothing is at the address, even for those who may. */
  readonly isEmpty?: true;
  /** Beside a page: shows nothing where a page of its own would say that nothing is there. */
  readonly staysBlank?: true;
  /** The address carries an id of an office's record. */
  readonly hasIds?: true;
  /** Asks for a second factor shown lately, so that even those who may are led to it first. */
  readonly needsRecentFactor?: true;
  /** Where a role is at home instead, if it may not open this. */
  readonly elsewhere?: Readonly<Partial<Record<Role, string>>>;
  /** Says by its status how things stand: 503 is its answer while they do not stand well. */
  readonly tellsHealth?: true;
  /** A script asks here: it is told by a status how things stand, 401 without an open session, and is led nowhere. */
  readonly tellsScript?: { readonly whoMay: number };
  /** Answers a form, even one that it refuses, by leading to a page. */
  readonly leadsBack?: true;
  /** A file of a case leaves here: nothing in it runs, whoever opens it. */
  readonly isFile?: true;
  /** A route that answers only to a form. */
  readonly method?: 'POST';
  /** Sent with the request, where the browser's own way of asking decides what answers. */
  readonly headers?: Readonly<Record<string, string>>;
};

const page = (permission: Permission | 'own' | 'public', path: string): RouteRow => ({
  permission,
  path: () => path,
});

const task = (permission: Permission, name: string): RouteRow => ({
  permission,
  path: ({ caseId }) => `/cases/${caseId}${name}`,
  isOfCase: true,
  hasIds: true,
});

const onPerson = (name: string): RouteRow => ({
  permission: 'person.manage',
  path: ({ personId }) => `/people/${personId}${name}`,
  hasIds: true,
});

const onPlan = (permission: Permission, name: (places: Places) => string): RouteRow => ({
  permission,
  path: (places) => `/plans/${places.planId}${name(places)}`,
  hasIds: true,
});

const onDocument = (permission: Permission, name: string): RouteRow => ({
  permission,
  path: ({ caseId, documentId }) => `/cases/${caseId}/documents/${documentId}${name}`,
  isOfCase: true,
  hasIds: true,
});

const onLetter = (name: string): RouteRow => ({
  permission: 'case.read',
  path: ({ caseId, letterId }) => `/cases/${caseId}/letters/${letterId}${name}`,
  isOfCase: true,
  hasIds: true,
});

const TASKS = '/(staff)/cases/[caseId]';
const TOKEN = 'A'.repeat(43);
const NOBODYS_LINK = '0190b1c2-0000-7000-8000-000000000000/0190b1c2-0000-7000-8000-000000000001';

/** Every page and route handler. The sweep fails for one of the build that has no row here, and for a row without its route. */
export const ROUTES: Readonly<Record<string, RouteRow>> = {
  '/(auth)/confirm/page': page('own', '/confirm'),
  '/(auth)/invitation/[token]/page': page('public', `/invitation/${TOKEN}`),
  '/(auth)/password-set/page': page('public', '/password-set'),
  '/(auth)/reset/[token]/page': page('public', `/reset/${TOKEN}`),
  '/(auth)/reset/asked/page': page('public', '/reset/asked'),
  '/(auth)/reset/page': page('public', '/reset'),
  '/(auth)/second-factor/page': page('own', '/second-factor'),
  '/(auth)/second-factor/recovery/page': page('own', '/second-factor/recovery'),
  '/(auth)/second-factor/set-up/page': page('own', '/second-factor/set-up'),
  '/(auth)/sign-in/page': page('public', '/sign-in'),
  '/(auth)/sign-in/provider/route': page('public', '/sign-in/provider'),
  '/(auth)/unlock/page': page('own', '/unlock'),
  '/(public)/calculator/api/page': page('public', '/calculator/api'),
  '/(public)/calculator/dates.ics/route': page('public', '/calculator/dates.ics'),
  '/(public)/calculator/page': page('public', '/calculator'),
  '/(public)/stop/[officeId]/[token]/page': page('public', `/stop/${NOBODYS_LINK}`),
  '/(staff)/page': { ...page('case.read', '/'), elsewhere: { reviewer: '/review' } },
  '/(staff)/account/page': page('own', '/account'),
  '/(staff)/account/authenticator/page': page('own', '/account/authenticator'),
  '/(staff)/account/authenticator/removal/page': page('own', '/account/authenticator/removal'),
  '/(staff)/account/calendar/page': page('own', '/account/calendar'),
  '/(staff)/account/digest/page': page('own', '/account/digest'),
  '/(staff)/account/password/page': page('own', '/account/password'),
  '/(staff)/account/recovery-codes/page': page('own', '/account/recovery-codes'),
  '/(staff)/help/page': page('own', '/help'),
  '/(staff)/help/[topic]/page': page('own', '/help/imr'),
  '/(staff)/help/tour/page': { ...page('own', '/help/tour'), isEmpty: true },
  '/(staff)/audit/page': { ...page('audit.read', '/audit'), needsRecentFactor: true },
  '/(staff)/audit/export/route': {
    ...page('audit.read', '/audit/export'),
    needsRecentFactor: true,
    method: 'POST',
  },
  '/(staff)/cases/page': page('case.read', '/cases'),
  '/(staff)/cases/export/route': {
    ...page('case.export', '/cases/export'),
    needsRecentFactor: true,
    method: 'POST',
  },
  '/(staff)/cases/message/page': page('letter.write', '/cases/message'),
  '/(staff)/cases/views/page': page('case.read', '/cases/views'),
  '/(staff)/cases/new/page': page('case.open', '/cases/new'),
  [`${TASKS}/page`]: task('case.read', ''),
  [`${TASKS}/proof/[rule]/page`]: task('case.read', '/proof/ca.grv.resolve'),
  '/(staff)/@panel/(.)cases/[caseId]/proof/[rule]/page': {
    ...task('case.read', '/proof/ca.grv.resolve'),
    headers: { rsc: '1', 'next-url': '/cases' },
    staysBlank: true,
  },
  [`${TASKS}/lookers/page`]: task('case.see-lookers', '/lookers'),
  [`${TASKS}/acknowledgment/page`]: task('grievance.log', '/acknowledgment'),
  [`${TASKS}/assignment/page`]: task('case.assign', '/assignment'),
  [`${TASKS}/client/page`]: task('client.change', '/client'),
  [`${TASKS}/closure/page`]: task('case.close', '/closure'),
  [`${TASKS}/complaint/page`]: task('complaint.record', '/complaint'),
  [`${TASKS}/coverage/page`]: task('case.change', '/coverage'),
  [`${TASKS}/date/page`]: task('date.adjust', '/date?rule=ca.imr.deadline.silence'),
  [`${TASKS}/deadline/page`]: task('deadline.add', '/deadline'),
  [`${TASKS}/deadline/answer/page`]: task('reminder.answer', '/deadline/answer?rule=ca.imr.deadline.silence'),
  [`${TASKS}/denial/page`]: task('denial.record', '/denial'),
  [`${TASKS}/filing/page`]: task('imr.file', '/filing'),
  [`${TASKS}/filing/cover/page`]: task('imr.file', '/filing/cover?by=mail'),
  [`${TASKS}/filing/online/page`]: task('imr.file', '/filing/online'),
  [`${TASKS}/documents/page`]: task('case.read', '/documents'),
  [`${TASKS}/documents/[documentId]/page`]: onDocument('case.read', ''),
  [`${TASKS}/documents/[documentId]/file/route`]: { ...onDocument('case.read', '/file'), isFile: true },
  [`${TASKS}/documents/[documentId]/original/route`]: {
    ...onDocument('case.read', '/original'),
    isFile: true,
  },
  [`${TASKS}/documents/[documentId]/pages/page`]: onDocument('document.change', '/pages'),
  [`${TASKS}/documents/[documentId]/pages/[number]/image/route`]: {
    ...onDocument('case.read', '/pages/1/image'),
    isFile: true,
  },
  [`${TASKS}/documents/[documentId]/redaction/page`]: onDocument('document.change', '/redaction'),
  [`${TASKS}/documents/[documentId]/withdrawal/page`]: onDocument('document.change', '/withdrawal'),
  [`${TASKS}/brief/page`]: task('case.read', '/brief'),
  [`${TASKS}/client-card/page`]: task('case.read', '/client-card'),
  [`${TASKS}/filing-checklist/page`]: task('case.read', '/filing-checklist'),
  [`${TASKS}/filing-checklist/answer/page`]: task('document.change', '/filing-checklist/answer?item=bills'),
  [`${TASKS}/filing-checklist/client/page`]: task('case.read', '/filing-checklist/client'),
  [`${TASKS}/grievance/page`]: task('grievance.log', '/grievance'),
  [`${TASKS}/hearing/page`]: task('hearing.record', '/hearing'),
  [`${TASKS}/hold/page`]: task('case.hold', '/hold'),
  [`${TASKS}/implementation/page`]: task('imr.follow', '/implementation'),
  [`${TASKS}/imr-acceptance/page`]: task('imr.follow', '/imr-acceptance'),
  [`${TASKS}/imr-determination/page`]: task('imr.follow', '/imr-determination'),
  [`${TASKS}/imr-extension/page`]: task('imr.file', '/imr-extension'),
  [`${TASKS}/imr-filing/page`]: task('imr.file', '/imr-filing'),
  [`${TASKS}/letters/page`]: task('case.read', '/letters'),
  [`${TASKS}/letters/new/page`]: task('letter.write', '/letters/new'),
  [`${TASKS}/letters/[documentId]/page`]: onLetter(''),
  [`${TASKS}/letters/[documentId]/copy/[format]/route`]: { ...onLetter('/copy/docx'), isFile: true },
  [`${TASKS}/message/page`]: task('letter.write', '/message'),
  [`${TASKS}/note/page`]: task('note.add', '/note'),
  [`${TASKS}/pinned-facts/page`]: task('note.add', '/pinned-facts'),
  [`${TASKS}/family/page`]: task('case.change', '/family'),
  [`${TASKS}/take-action/page`]: task('note.add', '/take-action'),
  [`${TASKS}/packet/page`]: task('case.read', '/packet'),
  [`${TASKS}/packet/[packetId]/file/route`]: {
    ...task('case.read', '/packet/0190b1c2-0000-7000-8000-000000000000/file'),
    isEmpty: true,
    isFile: true,
  },
  [`${TASKS}/plan-decision/page`]: task('plan-decision.log', '/plan-decision'),
  [`${TASKS}/proof-of-filing/page`]: task('imr.file', '/proof-of-filing'),
  [`${TASKS}/reminders/page`]: task('case.read', '/reminders'),
  [`${TASKS}/reminders/export/route`]: task('case.read', '/reminders/export'),
  [`${TASKS}/restriction/page`]: task('case.restrict', '/restriction'),
  '/(staff)/mailbox/page': page('mailbox.read', '/mailbox'),
  '/(staff)/mailbox/[messageId]/page': {
    permission: 'mailbox.read',
    path: () => '/mailbox/0190b1c2-0000-7000-8000-000000000000',
    isEmpty: true,
  },
  '/(staff)/people/page': page('person.manage', '/people'),
  '/(staff)/people/new/page': page('person.manage', '/people/new'),
  '/(staff)/people/[personId]/page': onPerson(''),
  '/(staff)/people/[personId]/deactivation/page': onPerson('/deactivation'),
  '/(staff)/people/[personId]/reactivation/page': onPerson('/reactivation'),
  '/(staff)/people/[personId]/role/page': onPerson('/role'),
  '/(staff)/people/[personId]/second-factor/page': onPerson('/second-factor'),
  '/(staff)/plans/page': page('case.read', '/plans'),
  '/(staff)/plans/new/page': page('plan.change', '/plans/new'),
  '/(staff)/plans/[planId]/page': onPlan('case.read', () => ''),
  '/(staff)/plans/[planId]/change/page': onPlan('plan.change', () => '/change'),
  '/(staff)/plans/[planId]/lines/new/page': onPlan('plan.change', () => '/lines/new'),
  '/(staff)/plans/[planId]/lines/[lineId]/page': onPlan('plan.change', ({ lineId }) => `/lines/${lineId}`),
  '/(staff)/reminders/page': page('reminders.oversee', '/reminders'),
  '/(staff)/reminders/lift/page': { ...page('reminders.oversee', '/reminders/lift'), isEmpty: true },
  '/(staff)/retention/page': page('case.erase', '/retention'),
  '/(staff)/retention/[caseId]/page': {
    permission: 'case.erase',
    path: ({ closedCaseId }) => `/retention/${closedCaseId}`,
    isOfCase: true,
    hasIds: true,
  },
  '/(staff)/review/page': page('review.read', '/review'),
  '/(staff)/review/file/route': page('review.read', '/review/file'),
  '/(staff)/review/[reference]/page': {
    permission: 'review.read',
    path: ({ reference }) => `/review/${reference}`,
    isOfCase: true,
    hasIds: true,
  },
  '/(staff)/rules/page': page('case.read', '/rules'),
  '/(staff)/rules/[rule]/page': page('case.read', '/rules/ca.grv.ack'),
  '/(staff)/rules/[rule]/draft/page': page('rule.change', '/rules/ca.grv.ack/draft'),
  '/(staff)/rules/[rule]/versions/[versionId]/page': {
    permission: 'case.read',
    path: ({ versionId }) => `/rules/ca.grv.ack/versions/${versionId}`,
    hasIds: true,
  },
  '/(staff)/reminders/policy/page': page('case.read', '/reminders/policy'),
  '/(staff)/settings/page': page('office.change', '/settings'),
  '/(staff)/settings/note-templates/page': page('note-template.change', '/settings/note-templates'),
  '/(staff)/settings/official-forms/page': page('official-form.change', '/settings/official-forms'),
  '/(staff)/settings/official-forms/[formId]/page': {
    ...page('official-form.change', '/settings/official-forms/0190b1c2-0000-7000-8000-000000000000'),
    isEmpty: true,
  },
  '/(staff)/team/page': page('team.review', '/team'),
  '/(staff)/team/cover/page': page('cover.arrange', '/team/cover'),
  '/(staff)/team/cover/new/page': page('cover.arrange', '/team/cover/new'),
  '/_not-found/page': page('public', '/nowhere'),
  '/icon.svg/route': page('public', '/icon.svg'),
  '/api/auth/[...nextauth]/route': page('public', '/api/auth/csrf'),
  '/api/calendar/[officeId]/[file]/route': page(
    'public',
    `/api/calendar/0190b1c2-0000-7000-8000-000000000000/${TOKEN}.ics`,
  ),
  '/api/choices/route': {
    ...page('case.read', '/api/choices'),
    method: 'POST',
    // What is sent here is a form, not JSON.
    tellsScript: { whoMay: 415 },
  },
  '/api/drafts/route': {
    ...page('case.read', '/api/drafts'),
    method: 'POST',
    // A form without anything in it is no draft.
    tellsScript: { whoMay: 400 },
  },
  // Those who may are told that a form is not how to ask.
  '/api/duplicates/route': {
    ...page('case.open', '/api/duplicates'),
    method: 'POST',
    tellsScript: { whoMay: 415 },
  },
  '/api/find/route': { ...page('case.read', '/api/find'), method: 'POST', tellsScript: { whoMay: 415 } },
  '/api/health/route': page('public', '/api/health'),
  '/api/health/reminders/route': { ...page('public', '/api/health/reminders'), tellsHealth: true },
  '/api/mail/resend/route': { ...page('public', '/api/mail/resend'), method: 'POST' },
  '/api/mail/stop/[officeId]/[token]/route': page('public', `/api/mail/stop/${NOBODYS_LINK}`),
  // A form of its own: without a file it leads back to its page and says so there.
  '/api/official-forms/route': {
    ...page('official-form.change', '/api/official-forms'),
    method: 'POST',
    leadsBack: true,
  },
  '/api/session/route': page('own', '/api/session'),
  // Without the words of the protocol, those who may are told that these are missing.
  '/api/uploads/[[...path]]/route': {
    ...page('document.add', '/api/uploads'),
    method: 'POST',
    tellsScript: { whoMay: 412 },
  },
  '/api/v1/[[...path]]/route': page('public', '/api/v1/nothing'),
  '/api/v1/assess/route': page('public', '/api/v1/assess'),
  '/api/v1/openapi.json/route': page('public', '/api/v1/openapi.json'),
};
