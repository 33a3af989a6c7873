import type { UserActor } from '../../lib/access/actor.ts';
import { nextWorkingDay } from '../../lib/calendar/business-days.ts';
import { pacificToday } from '../../lib/calendar/clock.ts';
import { instant, startOfPacificDay } from '../../lib/calendar/instant.ts';
import { addDays, daysBetween, isAfter, type LocalDate } from '../../lib/calendar/local-date.ts';
import type { Database } from '../../lib/db/client.ts';
import { inUnitOfWork } from '../../lib/db/unit-of-work.ts';
import type { Outcome } from '../../lib/errors.ts';
import type { PersonKey } from './people.ts';
import type { DaysAgo, LineKey, Step, Story } from './story.ts';

type Cast = {
  readonly people: Readonly<Record<PersonKey, UserActor>>;
  lineId(line: LineKey): string;
  /** The scheduled work of one morning. */
  workScheduledAt(at: Date): Promise<void>;
};
export type OpenedCase = {
  readonly clientName: string;
  readonly owner: PersonKey;
  readonly caseId: string;
};
type Scene = { readonly story: Story; readonly step: Step; readonly at: Date };

const minute = 60_000;
const hour = 60 * minute;
const firstMinuteOfWork = 8.5 * 60;
/** When the digests go, and when the office opens. */
const scheduledHours = [6, 8];

/**
 * Performs every story through the commands of the app, each step at its own past moment, with the scheduled work of
 * every morning in between, so that numbers and history read as if the office had worked. Returns the cases it opened.
 */
export async function tellStories(
  db: Database,
  stories: readonly Story[],
  cast: Cast,
  now: Date,
): Promise<readonly OpenedCase[]> {
  const scenes = scenesOf(stories, now);
  const mornings = morningsOf(scenes[0]?.at ?? now, now);
  const caseIds = new Map<Story, string>();
  for (const { story, step, at } of scenes) {
    while (mornings[0] && mornings[0] < at) await cast.workScheduledAt(mornings.shift() ?? at);
    const actor = cast.people[step.by ?? story.owner];
    const typed = typedFor(story, step, cast, caseIds.get(story), pacificToday(now));
    const outcome = await inUnitOfWork(db, actor, at, (unit) => step.perform(unit, typed));
    if (!outcome.ok) throw new Error(`${story.client.name}, ${step.ago} days ago: ${reasonOf(outcome)}`);
    if ('caseId' in outcome.value) caseIds.set(story, String(outcome.value.caseId));
  }
  for (const morning of mornings) await cast.workScheduledAt(morning);
  return [...caseIds].map(([{ client, owner }, caseId]) => ({ clientName: client.name, owner, caseId }));
}

function morningsOf(first: Date, now: Date): Date[] {
  const today = pacificToday(now);
  const firstDay = pacificToday(first);
  return Array.from({ length: daysBetween(firstDay, today) + 1 }, (_, days) =>
    scheduledHours.map((at) => timeOf(addDays(firstDay, days), at * hour)),
  )
    .flat()
    .filter((morning) => morning <= now);
}

function scenesOf(stories: readonly Story[], now: Date): Scene[] {
  const today = pacificToday(now);
  return stories
    .flatMap((story, storyIndex) =>
      story.steps.map((step, stepIndex): Scene => {
        const sinceMorning = ((storyIndex * 37) % 400) + stepIndex * 9;
        const at = timeOf(recordedOn(step.ago, today), (firstMinuteOfWork + sinceMorning) * minute);
        return { story, step, at: at < now ? at : now };
      }),
    )
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** What happened while the office was closed was written down on its next working day, unless that has not come. */
function recordedOn(ago: DaysAgo, today: LocalDate): LocalDate {
  const happenedOn = addDays(today, -ago);
  const workedOn = nextWorkingDay(happenedOn);
  return isAfter(workedOn, today) ? happenedOn : workedOn;
}

function typedFor(story: Story, step: Step, cast: Cast, caseId: string | undefined, today: LocalDate) {
  const isOpening = step === story.steps[0];
  const typed = { ...(isOpening ? story.client : undefined), ...step.typed };
  const owner = 'ownerId' in typed ? (typed.ownerId as PersonKey) : story.owner;
  return {
    ...Object.fromEntries(Object.entries(typed).map(([field, value]) => [field, asTyped(value, today)])),
    ...(isOpening ? { planLineId: story.line ? cast.lineId(story.line) : '' } : { caseId, caseIds: caseId }),
    ownerId: cast.people[owner].userId,
  };
}

function asTyped(value: unknown, today: LocalDate): unknown {
  if (typeof value === 'number') return addDays(today, -value);
  if (typeof value === 'boolean') return value ? 'on' : '';
  return value;
}

const timeOf = (day: LocalDate, sinceMidnight: number) =>
  new Date(new Date(instant(startOfPacificDay(day))).getTime() + sinceMidnight);

function reasonOf(outcome: Exclude<Outcome<unknown>, { ok: true }>): string {
  if (outcome.because !== 'violations') return outcome.because;
  return outcome.violations.map(({ message }) => message).join(' ');
}
