import { LinkButton } from '@/components/button.tsx';
import { Notice } from '@/components/notice.tsx';
import { Step, Steps } from '@/components/steps.tsx';
import { formatMediumDate, formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { type AssessedCase, deadlineOfStep, orderedSteps } from '@/lib/cases/assessed-case.ts';
import { type RecordVerb, verbForStep } from '@/lib/cases/available-records.ts';
import { type CaseRecord, pendingImrApplication, uncarriedDetermination } from '@/lib/cases/case-record.ts';
import type { Role, StaffLanguage } from '@/lib/db/vocabulary.ts';
import type { AdjustedDeadline, CaseStep } from '@/lib/deadlines/adjusted.ts';
import { clockTitle, isManual } from '@/lib/deadlines/clock-title.ts';
import { ruleOf } from '@/lib/deadlines/rules.ts';
import { draftPathOf } from '@/lib/drafts/draft-place.ts';
import type { BegunForm } from '@/lib/drafts/queries.ts';
import { manualDeadlineOf } from '@/lib/manual-deadlines/rules.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { EndedNotice } from './deadline/undo.tsx';
import { proofHref } from './proof-href.ts';

type Props = {
  assessed: AssessedCase;
  reader: { readonly role: Role; readonly language: StaffLanguage };
  verbs: readonly RecordVerb[];
  /** What the reader began to record and has not saved. */
  begun: readonly BegunForm[];
  /** The task that was ended on the way here. */
  endedId: string | null;
};

/** The steps the law leaves open, most urgent first, each with where it is recorded. */
export function WhatToDo({ assessed, reader, verbs, begun, endedId }: Props) {
  const { record } = assessed;
  const steps = record.closedAt ? [] : orderedSteps(assessed);
  return (
    <section aria-labelledby="now">
      <h2 id="now">What to do now</h2>
      <Ended record={record} endedId={endedId} language={reader.language} />
      <Waiting record={record} today={assessed.today} language={reader.language} />
      <Begun begun={begun} verbs={verbs} language={reader.language} />
      {steps.length > 0 ? (
        <Steps>
          {steps.map((step) => (
            <StepRow
              key={step.text}
              step={step}
              verb={verbForStep(step, assessed, verbs, reader)}
              of={assessed}
            />
          ))}
        </Steps>
      ) : (
        <p className="nothing">{nothingText(record)}</p>
      )}
    </section>
  );
}

/** What was ended a moment ago can be taken back. */
function Ended({
  record,
  endedId,
  language,
}: {
  record: CaseRecord;
  endedId: string | null;
  language: StaffLanguage;
}) {
  const task = manualDeadlineOf(record, endedId);
  if (!task || record.closedAt || !(task.doneOn || task.canceledAt)) return null;
  const words = wordsIn(language).tasks;
  return (
    <EndedNotice
      caseId={record.id}
      deadlineId={task.id}
      said={task.doneOn ? words.done(task.title) : words.canceled(task.title)}
      undo={words.undo}
      failed={words.notUndone}
    />
  );
}

/** With whom it waits, where somebody said so. */
function Waiting({
  record: { waitingOn, waitingSinceOn, closedAt },
  today,
  language,
}: {
  record: CaseRecord;
  today: LocalDate;
  language: StaffLanguage;
}) {
  if (!waitingOn || !waitingSinceOn || closedAt) return null;
  const words = wordsIn(language).acts;
  return (
    <p className="waits quiet">
      {words.waitsSince(words.waitingInSentence[waitingOn], formatShortDate(waitingSinceOn, today))}
    </p>
  );
}

/** Forms that the reader left half typed, where each can still be recorded. */
function Begun({
  begun,
  verbs,
  language,
}: {
  begun: readonly BegunForm[];
  verbs: readonly RecordVerb[];
  language: StaffLanguage;
}) {
  const words = wordsIn(language).unfinished;
  const open = begun.flatMap(({ path, keptAt }) => {
    const verb = verbs.find(({ href }) => draftPathOf(href) === path);
    return verb ? [{ verb, keptAt }] : [];
  });
  return open.map(({ verb, keptAt }) => (
    <Notice key={verb.href} action={<LinkButton href={verb.href}>{words.goOn}</LinkButton>}>
      {words.begun(verb.label, keptAt)}
    </Notice>
  ));
}

function nothingText(record: CaseRecord): string {
  if (record.closedAt) return 'Nothing: the case is closed, and its clocks have ended with it.';
  if (uncarriedDetermination(record))
    return 'No clock runs, but the determination has to be carried out. Record the day the plan did.';
  return pendingImrApplication(record)
    ? 'No clock runs, but an IMR application is pending. Record what the department does with it.'
    : 'Nothing is open on this case. When nothing is left to do for the client, close it.';
}

function StepRow({ step, verb, of }: { step: CaseStep; verb: RecordVerb | null; of: AssessedCase }) {
  const [what, rest] = partsOf(step.text);
  const { rule } = step;
  const deadline = deadlineOfStep(of, step);
  const [citation] = rule && !isManual(rule) ? ruleOf(rule).citations : [];
  return (
    <Step
      why={
        deadline ? (
          <>
            {deadline.explanation.trigger.text}{' '}
            {deadline.ruleDueOn ? `The rule’s own date is ${formatMediumDate(deadline.ruleDueOn)}. ` : null}
            {isManual(deadline.rule) || says(rest, deadline) ? null : (
              <a href={proofHref(of.record.id, deadline.rule)}>Why this date</a>
            )}
          </>
        ) : citation ? (
          <>
            {citation.paraphrase} <cite>{citation.law}</cite>
          </>
        ) : undefined
      }
      verb={verb ? <LinkButton href={verb.href}>{verb.label}</LinkButton> : undefined}
    >
      <strong>{what}</strong>
      {deadline ? <WithProof text={rest} deadline={deadline} caseId={of.record.id} /> : rest}
    </Step>
  );
}

const says = (text: string, { dueOn }: AdjustedDeadline): boolean => text.includes(formatMediumDate(dueOn));

/** A sentence whose due date leads to its proof, where it says one. */
function WithProof({ text, deadline, caseId }: { text: string; deadline: AdjustedDeadline; caseId: string }) {
  if (isManual(deadline.rule) || !says(text, deadline)) return text;
  const date = formatMediumDate(deadline.dueOn);
  const at = text.indexOf(date);
  return (
    <>
      {text.slice(0, at)}
      <a
        className="dlink"
        href={proofHref(caseId, deadline.rule)}
        aria-label={`${date}: why this date, ${clockTitle(deadline)}`}
      >
        <time dateTime={deadline.dueOn}>{date}</time>
      </a>
      {text.slice(at + date.length)}
    </>
  );
}

/** What is to be done, and what is said about it: the step up to its date or its colon, then the rest. */
function partsOf(text: string): [string, string] {
  const cut = /: | by (?=[A-Z][a-z]{2}, )|, since | from (?=[A-Z][a-z]{2}, )/.exec(text);
  return cut ? [text.slice(0, cut.index), text.slice(cut.index)] : [text, ''];
}
