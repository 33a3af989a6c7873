import { formatMediumDate } from '../calendar/format-date.ts';
import { parseLocalDate } from '../calendar/local-date.ts';
import type { ClientMessageKind, WaitingOn } from '../db/vocabulary.ts';
import { isRecordedUnproved } from '../imr/proof-of-filing.ts';
import { CLIENT_MESSAGE_NAMES } from '../labels.ts';
import type { AuditChange, AuditEventName } from './events.ts';

type Values = Readonly<Record<string, unknown>>;

const WAITED_FOR: Readonly<Record<WaitingOn, string>> = {
  client: 'the client',
  provider: 'the provider',
  plan: 'the plan',
  department: 'the department',
  'someone-else': 'somebody else',
};

/** One plain sentence for each event, in the past tense, built from what the event itself recorded. */
const SENTENCES: Readonly<Record<AuditEventName, (to: Values) => string>> = {
  'office.opened': () => 'Opened the office.',
  'person.added': () => 'Added a person.',
  'office.changed': () => 'Changed the office’s settings.',
  'person.invited': () => 'Invited a person.',
  'person.role-changed': (to) => `Changed a person’s role${phrase(' to ', to['role'])}.`,
  'person.deactivated': () => 'Deactivated a person.',
  'person.reactivated': () => 'Reactivated a person.',
  'person.link-sent': (to) => `Sent a person a link${phrase(' for: ', to['purpose'])}.`,
  'person.link-withdrawn': (to) => `Withdrew a person’s link${phrase(' for: ', to['purpose'])}.`,
  'session.opened': (to) => `Signed in${phrase(' by ', to['method'])}.`,
  'session.locked': () => 'Left the screen; it was locked.',
  'session.unlocked': () => 'Came back and unlocked the screen.',
  'session.confirmed': () => 'Showed again who they are, for something that asks for it.',
  'session.ended': (to) => `A session ended${phrase(': ', to['endedBecause'])}.`,
  'sign-in.held-off': () => 'Too many wrong tries: sign-in was held off for a while.',
  'sign-in.released': () => 'Let a person try to sign in again.',
  'password.changed': () => 'Changed the password.',
  'password.reset': () => 'Set a new password through a mailed link.',
  'second-factor.added': () => 'Added an authenticator.',
  'second-factor.removed': () => 'Removed an authenticator.',
  'recovery-codes.made': () => 'Made new recovery codes.',
  'recovery-code.used': () => 'Used a recovery code.',
  'identity.linked': () => 'Connected an account of the identity provider.',
  'calendar-feed.created': () => 'Made a secret calendar address.',
  'calendar-feed.revoked': () => 'Ended a secret calendar address.',
  'audit.read': () => 'Read the audit record.',
  'audit.exported': () => 'Exported the audit record.',
  'audit.proved': (to) => `Proved the audit record up to event ${numberOf(to['seq'])}.`,
  'audit.found-broken': (to) => `Found the audit record broken at event ${numberOf(to['seq'])}.`,
  'review.read': () => 'Read the de-identified review.',
  'cases.exported': (to) => `Took a list of cases as a file, ${textOf(to['count'], 'some')} of them.`,
  'view.saved': (to) => `Saved a view of the list of cases${phrase(': ', to['name'])}.`,
  'view.removed': () => 'Removed a view of the list of cases.',
  'view.restored': () => 'Brought back a view of the list of cases.',
  'plan.added': () => 'Added a health plan.',
  'plan.changed': () => 'Changed a health plan.',
  'plan-line.added': () => 'Added a line to a health plan.',
  'plan-line.changed': () => 'Changed a health plan’s line.',
  'case.opened': (to) => `Opened the case${phrase(', number ', to['number'])}.`,
  'case.changed': () => 'Changed the coverage on the case.',
  'owner.nudged': (to) => `Asked whoever works the case to look at a clock${phrase(': ', to['what'])}.`,
  'case.assigned': () => 'Handed the case to another owner.',
  'case.waiting-changed': (to) =>
    to['waitingOn']
      ? `Noted that the case waits for ${WAITED_FOR[to['waitingOn'] as WaitingOn] ?? 'somebody'}.`
      : 'Left it to the clocks to say whom the case waits for.',
  'case.linked': () => 'Linked the case with others of its family.',
  'case.unlinked': () => 'Took the case out of its family.',
  'case.closed': () => 'Closed the case.',
  'case.reopened': () => 'Reopened the case.',
  'case.viewed': () => 'Looked at the case.',
  'case.restricted': () => 'Restricted the case to named people.',
  'case.restriction-changed': () => 'Changed who may know of the case.',
  'case.restriction-lifted': () => 'Lifted the restriction of the case.',
  'case.held': () => 'Placed a legal hold on the case.',
  'case.hold-released': () => 'Released the legal hold on the case.',
  'erasure.proposed': () => 'Put the case forward for erasure.',
  'erasure.withdrawn': () => 'Withdrew the case from erasure.',
  'case.erased': (to) => `Erased a case whose time of keeping was over${phrase(': ', to['number'])}.`,
  'client.viewed': () => 'Looked at the client’s details.',
  'cover.arranged': () => 'Arranged cover for a colleague.',
  'cover.ended': () => 'Called off a cover.',
  'client.changed': () => 'Changed the client’s details.',
  'denial.recorded': (to) => `Recorded the denial${dated(' dated ', to['letterOn'])}.`,
  'denial.corrected': () => 'Corrected the denial.',
  'grievance.logged': (to) =>
    to['receivedOn']
      ? `Logged the grievance, received by the plan ${day(to['receivedOn'])}.`
      : `Logged the grievance${dated(', sent ', to['sentOn'])}.`,
  'grievance.corrected': () => 'Corrected the grievance.',
  'grievance.acknowledged': (to) =>
    `Recorded the plan’s acknowledgment${dated(' of ', to['acknowledgedOn'])}.`,
  'grievance.statement-logged': (to) =>
    `Recorded the plan’s written statement${dated(' of ', to['statementOn'])}.`,
  'plan-decision.logged': (to) =>
    `Logged the plan’s decision${dated(' of ', to['letterOn'])}: ${textOf(to['outcome'], 'recorded').replace('-', ' ')}.`,
  'plan-decision.corrected': () => 'Corrected the plan’s decision.',
  'imr.extension-requested': () => 'Asked a supervisor to approve a late IMR filing.',
  'imr.extension-approved': () => 'Approved a late IMR filing.',
  'imr.filed': (to) =>
    isRecordedUnproved(to['proof'])
      ? `Sent the IMR application${phrase(' to ', to['regulator'])}${dated(' on ', to['appliedOn'])}, without proof so far that it arrived.`
      : `Filed the IMR${phrase(' with ', to['regulator'])}${dated(' on ', to['appliedOn'])}.`,
  'imr.corrected': (to) =>
    isRecordedUnproved(to['proof'])
      ? 'Corrected the IMR filing: nothing shows any more that it arrived.'
      : 'Corrected the IMR filing.',
  'imr.accepted': (to) => `Recorded that the department accepted the IMR${dated(' on ', to['acceptedOn'])}.`,
  'imr.rejected': (to) => `Recorded that the department rejected the IMR${dated(' on ', to['rejectedOn'])}.`,
  'imr.records-logged': () => 'Recorded the progress of the IMR.',
  'imr.determined': (to) =>
    `Recorded the determination${dated(' of ', to['determinedOn'])}${phrase(': ', textOf(to['outcome'], '').replace('-', ' '))}.`,
  'imr.implemented': (to) =>
    to['implementedOn']
      ? `Recorded that the plan carried out the determination${dated(' on ', to['implementedOn'])}.`
      : 'Recorded that the plan received the determination.',
  'hearing.recorded': (to) =>
    to['heldOn']
      ? `Recorded the State Hearing held ${day(to['heldOn'])}.`
      : `Recorded the State Hearing requested ${day(to['requestedOn'])}.`,
  'hearing.corrected': () => 'Updated the State Hearing.',
  'complaint.recorded': (to) => `Recorded a complaint to ${textOf(to['regulator'], 'the department')}.`,
  'complaint.corrected': () => 'Updated the complaint.',
  'date.set-by-hand': (to) => `Set a date by hand${phrase(' for: ', to['what'])}.`,
  'date.extended': (to) => `Recorded an extension${granted(to['grantedBy'])}${phrase(' for: ', to['what'])}.`,
  'date.paused': (to) => `Recorded a pause${granted(to['grantedBy'])}${phrase(' for: ', to['what'])}.`,
  'date.withdrawn': (to) => `Withdrew a date that was recorded beside the rule’s${phrase(': ', to['what'])}.`,
  'manual-deadline.added': (to) =>
    `Added a deadline${phrase(': ', to['title'])}${dated(', by ', to['dueOn'])}.`,
  'manual-deadline.finished': (to) =>
    `Marked a deadline done${phrase(': ', to['what'])}${dated(', on ', to['doneOn'])}.`,
  'manual-deadline.canceled': (to) => `Canceled a deadline${phrase(': ', to['what'])}.`,
  'manual-deadline.reopened': (to) => `Took back that a deadline had ended${phrase(': ', to['what'])}.`,
  'document.added': (to) => `Added a document${phrase(': ', to['title'])}.`,
  'document.checked': (to) => `Looked inside a document${phrase(': ', to['title'])}; it can be used.`,
  'document.refused': (to) => `Could not take in a document${phrase(': ', to['title'])}.`,
  'document.described': (to) => `Described a document${phrase(': ', to['title'])}.`,
  'document.pages-changed': (to) =>
    `Changed the pages of a document${phrase(': ', to['title'])}${phrase(' — ', to['change'])}.`,
  'document.split': (to) => `Split a document${phrase(': ', to['title'])}.`,
  'document.redacted': (to) => `Redacted a document for good${phrase(': ', to['title'])}.`,
  'document.withdrawn': (to) => `Withdrew a document${phrase(': ', to['title'])}.`,
  'document.restored': (to) => `Brought a withdrawn document back${phrase(': ', to['title'])}.`,
  'document.saved': (to) => `Saved a copy of a document${phrase(': ', to['title'])}.`,
  'date.linked-to-document': (to) =>
    to['title']
      ? `Tied a date to the document that shows it${phrase(': ', to['title'])}.`
      : 'Untied a date from its document.',
  'checklist.answered': (to) => `Answered an item of the filing checklist${phrase(': ', to['item'])}.`,
  'checklist.answer-withdrawn': (to) =>
    `Withdrew an answer on the filing checklist${phrase(': ', to['item'])}.`,
  'letter.written': (to) => `Wrote a letter${phrase(': ', to['title'])}.`,
  'letter.edited': (to) => `Edited a letter${phrase(': ', to['title'])}.`,
  'letter.saved': (to) => `Saved a copy of a letter${phrase(': ', to['title'])}.`,
  'packet.requested': (to) => `Asked for packet ${numberOf(to['number'])} for the IMR.`,
  'packet.assembled': (to) => `Assembled packet ${numberOf(to['number'])} for the IMR.`,
  'packet.failed': (to) => `Could not assemble packet ${numberOf(to['number'])} for the IMR.`,
  'packet.saved': (to) => `Saved a copy of packet ${numberOf(to['number'])}.`,
  'imr.proved': (to) => `Recorded what proves that the IMR application arrived${phrase(': ', to['proof'])}.`,
  'official-form.added': (to) => `Added a department’s own form${phrase(': ', to['title'])}.`,
  'official-form.mapped': () => 'Said what the fields of a department’s own form take.',
  'files.rewrapped': () => 'Put the keys of the stored files under another master key.',
  'note.added': (to) => textOf(to['body'], 'Added a note.'),
  'call.logged': (to) => textOf(to['body'], 'Logged a call.'),
  'fact.pinned': (to) => `Pinned to the top: “${textOf(to['body'], '')}”`,
  'fact.unpinned': (to) => `Unpinned from the top: “${textOf(to['body'], '')}”`,
  'note-template.added': (to) => `Added a template for notes${phrase(': ', to['name'])}.`,
  'note-template.changed': (to) => `Changed a template for notes${phrase(': ', to['name'])}.`,
  'note-template.retired': (to) => `Retired a template for notes${phrase(': ', to['name'])}.`,
  'note-template.restored': (to) => `Brought back a template for notes${phrase(': ', to['name'])}.`,
  'deadline.lapsed': (to) => textOf(to['sentence'], 'A clock ran out.'),
  'deadlines.recomputed': () => 'Recomputed the clocks.',
  'rule-version.drafted': (to) => `Drafted a change of a rule${phrase(': ', to['sentence'])}.`,
  'rule-version.approved': (to) => `Approved a change of a rule${phrase(': ', to['sentence'])}.`,
  'rule-version.discarded': (to) => `Discarded a draft of a rule${phrase(': ', to['sentence'])}.`,
  'rule-version.applied': (to) => textOf(to['sentence'], 'A changed rule moved the clocks.'),
  'reminder-policy.changed': () => 'Changed when reminders go and to whom.',
  'digest.hour-changed': (to) =>
    typeof to['digestHour'] === 'string'
      ? `Had their morning digest come at ${to['digestHour']}.`
      : 'Had their morning digest come at the office’s hour.',
  'digest.stopped': () => 'Stopped their morning digest.',
  'digest.started': () => 'Had their morning digest come again.',
  'reminder.acknowledged': (to) =>
    `Answered that they know${phrase(': ', to['what'])}. Its reminders wait${dated(' until ', to['quietUntilOn'])}.`,
  'reminder.snoozed': (to) =>
    `Put reminders off${dated(' until ', to['quietUntilOn'])}${phrase(': ', to['what'])}.`,
  'reminder.answer-withdrawn': (to) => `Let reminders come again${phrase(': ', to['what'])}.`,
  'reminder.sent': (to) =>
    `Sent a reminder${phrase(' to the ', to['to'])}${phrase(' in the ', to['in'])}${phrase(': ', to['about'])}.`,
  'reminder.failed': (to) =>
    `Could not send a reminder${phrase(' to the ', to['to'])}${phrase(': ', to['about'])}.`,
  'reminder.delivered': (to) =>
    `A reminder${phrase(' to the ', to['to'])} arrived${phrase(': ', to['about'])}.`,
  'reminder.bounced': (to) =>
    `A reminder${phrase(' to the ', to['to'])} did not arrive${phrase(': ', to['about'])}.`,
  'reminder.complained': (to) =>
    `A reminder${phrase(' to the ', to['to'])} was reported as unwanted${phrase(': ', to['about'])}.`,
  'reminder.stopped': (to) => `Messages${phrase(' to the ', to['to'])} were stopped through their link.`,
  'message.planned': (to) =>
    `Asked for a message to be sent to the client${phrase(': ', messageName(to['kind']))}.`,
  'message.withdrawn': (to) =>
    `Took back a message to the client${takenBack(to['wasTried'])}${phrase(': ', messageName(to['kind']))}.`,
  'message.sent': (to) => `Sent a message to the client${phrase(': ', to['about'])}.`,
  'message.failed': (to) => `Could not send a message to the client${phrase(': ', to['about'])}.`,
  'message.held': (to) => `Did not send a message to the client after all${phrase(': ', to['about'])}.`,
  'message.delivered': (to) => `A message to the client arrived${phrase(': ', to['about'])}.`,
  'message.bounced': (to) => `A message to the client did not arrive${phrase(': ', to['about'])}.`,
  'message.complained': (to) =>
    `A message to the client was reported as unwanted${phrase(': ', to['about'])}.`,
  'message.stopped': () => 'Messages to the client were stopped through their link.',
  'bulletin.sent': (to) => `Sent the ${textOf(to['kind'], 'digest')}${phrase(' to ', to['to'])}.`,
  'bulletin.failed': (to) => `Could not send the ${textOf(to['kind'], 'digest')}${phrase(' to ', to['to'])}.`,
  'suppression.lifted': () => 'Let mail go again to an address that got none.',
  'reminders.reconciled': (to) =>
    `Compared the reminders that were due with those that went, and found no difference. Due: ${numberOf(to['dueCount'])}.`,
  'reminders.found-different': (to) =>
    `Compared the reminders that were due with those that went. Differences found: ${numberOf(to['differenceCount'])}.`,
  'reminders.exported': () => 'Saved the reminders of the case as a page.',
};

export function sentenceOf(event: AuditEventName, changes: readonly AuditChange[]): string {
  return SENTENCES[event](Object.fromEntries(changes.map(({ field, to }) => [field, to])));
}

const textOf = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;

const numberOf = (value: unknown): string =>
  typeof value === 'number' ? value.toLocaleString('en-US') : 'not known';

const phrase = (lead: string, value: unknown) =>
  typeof value === 'string' && value !== '' ? `${lead}${value}` : '';

const messageName = (kind: unknown) => CLIENT_MESSAGE_NAMES[kind as ClientMessageKind];

const takenBack = (wasTried: unknown) => (wasTried === true ? ' that may have arrived' : ' before it went');

const granted = (by: unknown) =>
  by === 'plan' ? ' granted by the plan' : by === 'regulator' ? ' granted by the department' : '';

function day(value: unknown): string {
  const date = typeof value === 'string' ? parseLocalDate(value) : null;
  return date ? formatMediumDate(date) : 'on a day not known';
}

const dated = (lead: string, value: unknown) => (value ? `${lead}${day(value)}` : '');
