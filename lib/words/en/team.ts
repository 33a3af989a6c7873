import type { StaysBecause } from '../../cases/move-cases.ts';

const cases = (count: number) => (count === 1 ? '1 case' : `${count.toLocaleString('en-US')} cases`);

/** The team's page: who has how much, what is late, and work that goes from one colleague to another. */
export const team = {
  /** Why a case stays where it is while others of the same move go. */
  staysBecause: {
    closed: 'closed',
    'already-theirs': 'already theirs',
    'moved-since': 'belongs to somebody else by now',
    'not-named': 'restricted, and the colleague is not named on it',
    'would-lead-alone': 'restricted, and the colleague is the only supervisor named on it',
  } satisfies Readonly<Record<StaysBecause, string>>,

  nobodyNamed: 'restricted, and nobody else who could take it is named on it',

  moveFrom: (name: string) => `Move work from ${name}`,
  dryRun: 'Nothing has moved yet.',
  dryRunTitle: 'Dry run',
  tryOut: 'Try it out',
  nothingChosen: 'No case is chosen, so nothing would move.',
  goes: (caseCount: number, clockCount: number) =>
    `${cases(caseCount)} and ${clockCount === 1 ? '1 clock' : `${clockCount.toLocaleString('en-US')} clocks`} go, with their reminders and tasks.`,
  fromTo: (before: number, after: number) => `${before} to ${after}`,
  openCases: 'Open cases',
  whatStays: 'What stays',
  client: 'Client',
  nextDate: 'Next date',
  noDate: 'no clock runs',
  to: 'To',
  take: (clientName: string) => `Who takes ${clientName}?`,
  choose: (clientName: string) => `Move ${clientName}`,
  chooseHead: 'Move',
  awayThen: (name: string) => `${name}, away`,
  reason: 'Reason',
  moveCases: 'Move cases',
  cancel: 'Cancel',
  soonestOnly: (count: number) => `These are the soonest ${count.toLocaleString('en-US')}.`,
  allInList: (count: number) => `All ${count.toLocaleString('en-US')} are in the list of cases`,
  movedThereToo: ', where they can be moved too.',

  moved: (count: number, to: string | null) =>
    to === null
      ? `Moved ${cases(count)}, with the reminders.`
      : `Moved ${cases(count)} to ${to}, with the reminders.`,
  undo: 'Undo',
  undoUntil: 'Can be undone until the end of the day.',
  undone: (count: number, keptCount: number) =>
    keptCount === 0
      ? `Put ${cases(count)} back.`
      : `Put ${cases(count)} back. ${cases(keptCount)} stayed: moved or closed since, or not to be taken back.`,
  notUndone: 'Not put back.',

  nudge: 'Nudge',
  nudgeAbout: (clientName: string) => `Nudge whoever works the case: ${clientName}`,
  notNudged: 'Not nudged.',
  nudgedToday: 'nudged today',
  nudged: (name: string) =>
    `Asked ${name} to look at it, by mail. A copy goes to you, and the case keeps it.`,
  takeOver: 'Take over',
  takeOverAbout: (clientName: string) => `Take over: ${clientName}`,
  assign: 'Assign',
  assignAbout: (clientName: string) => `Assign: ${clientName}`,

  latePlans: 'Late, by plan',
  plan: 'Plan',
  lateClocks: 'Late clocks',
  oldest: 'Oldest',
  daysLate: (days: number) => (days === 1 ? '1 day late' : `${days.toLocaleString('en-US')} days late`),
  showThem: (planName: string) => `Show the late cases of ${planName}`,
  days: (from: string, until: string) => (from === until ? `on ${from}` : `from ${from} to ${until}`),
  isAway: (name: string, days: string, dueCount: number) =>
    dueCount === 0
      ? `${name} is away ${days}.`
      : `${name} is away ${days}, with ${dueCount === 1 ? 'one clock that ends' : `${dueCount.toLocaleString('en-US')} clocks that end`} in that time.`,

  /** The account of somebody who leaves. */
  deactivate: 'Deactivate',
  leaveLead: 'They are signed out everywhere at once. Their name stays in the record.',
  leaveLeadWithCases: (count: number) =>
    `${count === 1 ? 'Their open case' : `Each of their ${count.toLocaleString('en-US')} open cases`} goes to the colleague chosen here, then they are signed out everywhere: in one act, or not at all. Their name stays in the record.`,
  proposedByLoad:
    'What is proposed goes to caseworkers who are there and have the fewest open cases; change what you know better.',
  tooMany: (count: number, most: number) =>
    `They own ${count.toLocaleString('en-US')} open cases; ${most} at most are handed over in one act.`,
  seeCovers: 'See the covers',
  moveFirst: 'Move work first',
};
