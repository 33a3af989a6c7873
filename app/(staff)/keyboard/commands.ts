import type { UserActor } from '../../../lib/access/actor.ts';
import { may, type Permission } from '../../../lib/access/policy.ts';
import { mayRecord, type RecordNoun } from '../../../lib/cases/available-records.ts';
import { wordsIn } from '../../../lib/words/words.ts';
import type { Command } from './command.ts';

type Named = { readonly label: string; readonly also?: string };

/** The bar's places, in their order, with the letter that leads there after `g`. */
const PLACES = [
  { name: 'today', href: '/', letter: 't', permission: 'case.read' },
  { name: 'cases', href: '/cases', letter: 'c', permission: 'case.read' },
  { name: 'team', href: '/team', letter: 'm', permission: 'team.review' },
  { name: 'reminders', href: '/reminders', letter: 'r', permission: 'reminders.oversee' },
  { name: 'plans', href: '/plans', letter: 'p', permission: 'case.read' },
  { name: 'review', href: '/review', letter: 'v', permission: 'review.read' },
  { name: 'rules', href: '/rules', letter: 'u', permission: 'rule.change' },
  { name: 'people', href: '/people', letter: 'e', permission: 'person.manage' },
  { name: 'audit', href: '/audit', letter: 'a', permission: 'audit.read' },
  { name: 'settings', href: '/settings', letter: 's', permission: 'office.change' },
] as const;

/** The places that this person may open. */
export function placesFor(actor: UserActor) {
  const { places } = wordsIn(actor.language).chrome;
  return PLACES.filter(({ permission }) => may(actor, permission)).map(({ name, href, letter }) => ({
    href,
    label: places[name],
    letter,
  }));
}

const RECORDS: readonly RecordNoun[] = [
  'take-action',
  'plan-decision',
  'grievance',
  'acknowledgment',
  'denial',
  'imr-filing',
  'proof-of-filing',
  'imr-extension',
  'imr-acceptance',
  'imr-determination',
  'implementation',
  'hearing',
  'complaint',
  'note',
  'message',
  'deadline',
  'date',
  'pinned-facts',
  'client',
  'family',
  'coverage',
  'assignment',
  'restriction',
  'closure',
];

/** The pages of a case where papers are worked on and looked up. */
const PAPERS = [
  { folder: 'documents', permission: 'case.read' },
  { folder: 'letters', permission: 'letter.write', keys: 'l' },
  { folder: 'filing-checklist', permission: 'case.read' },
  { folder: 'packet', permission: 'case.read' },
  { folder: 'filing', permission: 'imr.file' },
  { folder: 'reminders', permission: 'case.read' },
  { folder: 'brief', permission: 'case.read' },
  { folder: 'client-card', permission: 'case.read' },
  { folder: 'lookers', permission: 'case.see-lookers' },
  { folder: 'hold', permission: 'case.hold' },
] as const satisfies readonly { folder: string; permission: Permission; keys?: string }[];

const KEYS: Readonly<Partial<Record<RecordNoun, string>>> = {
  client: 'e',
  assignment: 'a',
  'take-action': 't',
};

/** Everything this person can do from the palette: what is recorded on a case, where to go, and the controls of the screen. */
export function commandsFor(actor: UserActor, hasMailbox: boolean): Command[] {
  const { acts, commands } = wordsIn(actor.language).keyboard;
  const act = (to: string, named: Named, keys?: string): Command => ({
    kind: 'act',
    ...named,
    to,
    ...(keys && { keys }),
  });
  const place = (to: string, named: Named, permission?: Permission, keys?: string): Command[] =>
    !permission || may(actor, permission) ? [{ kind: 'place', ...named, to, ...(keys && { keys }) }] : [];
  const press = (to: string, named: Named): Command => ({ kind: 'press', ...named, to });
  return [
    ...(may(actor, 'note.add') ? [act('note?kind=call', acts.call, 'p')] : []),
    ...RECORDS.filter((noun) => mayRecord(actor, noun)).map((noun) => act(noun, acts[noun], KEYS[noun])),
    ...PAPERS.filter(({ permission }) => may(actor, permission)).map((paper) =>
      act(paper.folder, acts[paper.folder], 'keys' in paper ? paper.keys : undefined),
    ),
    ...place('/cases/new', commands.newCase, 'case.open', 'c'),
    ...placesFor(actor).map(
      ({ href, label, letter }): Command => ({ kind: 'place', label, to: href, keys: `g ${letter}` }),
    ),
    ...place('/cases/views', commands.views, 'case.read'),
    ...place('/team/cover', commands.cover, 'cover.arrange'),
    ...place('/plans/new', commands.newPlan, 'plan.change'),
    ...place('/people/new', commands.newPerson, 'person.manage'),
    ...place('/reminders/policy', commands.reminderPolicy, 'reminders.change'),
    ...place('/settings/note-templates', commands.noteTemplates, 'note-template.change'),
    ...place('/settings/official-forms', commands.officialForms, 'official-form.change'),
    ...place('/retention', commands.retention, 'case.erase'),
    ...(hasMailbox ? place('/mailbox', commands.mailbox) : []),
    ...place('/help', commands.help),
    ...place('/account', commands.account),
    ...place('/account/password', commands.password),
    ...place('/account/authenticator', commands.authenticator),
    ...place('/account/recovery-codes', commands.recoveryCodes),
    ...place('/account/digest', commands.digest),
    ...place('/account/calendar', commands.calendar),
    press('[data-command=lock]', commands.lock),
    press('[data-command=sign-out]', commands.signOut),
    press('[name=theme][value=light]', commands.light),
    press('[name=theme][value=dark]', commands.dark),
    press('[name=theme][value=system]', commands.system),
    press('[data-command=sheet]', { label: commands.sheet }),
  ];
}
