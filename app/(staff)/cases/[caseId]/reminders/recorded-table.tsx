import { OwnerWord } from '@/components/glyph.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import { Mark } from '@/components/mark.tsx';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import type { Happening } from '@/lib/flight-recorder/happenings.ts';
import type { RecordedDeadline, RecordedMessage, RecordedPerson } from '@/lib/flight-recorder/recorder.ts';
import { OWED_BY_LABELS } from '@/lib/labels.ts';

const COLUMNS = [
  { key: 'rung', head: 'Reminder' },
  { key: 'planned', head: 'Planned', className: 'planned' },
  { key: 'fate', head: 'What happened', className: 'fate' },
] as const;

export type ByHand = { readonly about: string; readonly messages: readonly RecordedMessage[] };

/** Every deadline with its ladder: the live ones first, and what was sent by hand last. */
export function DeadlinesTable({
  deadlines,
  byHand,
}: {
  deadlines: readonly RecordedDeadline[];
  byHand: ByHand;
}) {
  const [rung, ...others] = COLUMNS;
  return (
    <GridTable
      caption="Reminders by deadline"
      rowHead="rung"
      roomy
      columns={[rung, { key: 'to', head: 'To' }, ...others]}
      bands={[
        ...deadlines.map((deadline) => ({
          key: `${deadline.rule} ${deadline.dueOn}`,
          title: <DeadlineTitle deadline={deadline} />,
          rows: rowsOf(deadline.messages),
        })),
        ...(byHand.messages.length > 0
          ? [{ key: 'by hand', title: byHand.about, rows: rowsOf(byHand.messages) }]
          : []),
      ]}
      cards={
        <ul className="cards">
          {deadlines.flatMap((deadline) => [
            <li key={`${deadline.rule} ${deadline.dueOn}`} className="band">
              <DeadlineTitle deadline={deadline} />
            </li>,
            ...deadline.messages.map((message) => (
              <Card key={message.key} message={message} head={firstUpper(message.to)} />
            )),
          ])}
          {byHand.messages.length > 0 ? <li className="band">{byHand.about}</li> : null}
          {byHand.messages.map((message) => (
            <Card key={message.key} message={message} head={firstUpper(message.to)} />
          ))}
        </ul>
      }
    />
  );
}

/** The same messages by who got them. */
export function PeopleTable({ people }: { people: readonly RecordedPerson[] }) {
  const [rung, ...others] = COLUMNS;
  return (
    <GridTable
      caption="Reminders by person"
      rowHead="rung"
      roomy
      columns={[{ key: 'about', head: 'Deadline' }, rung, ...others]}
      bands={people.map(({ id, name, messages }) => ({
        key: id,
        title: firstUpper(name),
        count: messages.length,
        rows: messages.map((message) => ({
          key: message.key,
          cells: { ...cellsOf(message), about: message.about },
        })),
      }))}
      cards={
        <ul className="cards">
          {people.flatMap(({ id, name, messages }) => [
            <li key={id} className="band">
              {firstUpper(name)}
            </li>,
            ...messages.map((message) => <Card key={message.key} message={message} head={message.about} />),
          ])}
        </ul>
      }
    />
  );
}

function DeadlineTitle({ deadline }: { deadline: RecordedDeadline }) {
  const { title, owedBy, due, state, stateText, answers } = deadline;
  return (
    <>
      {title} {owedBy ? <OwnerWord side={SIDE_OF[owedBy]} word={OWED_BY_LABELS[owedBy]} /> : null}
      <span className="quiet band-note">
        {state === 'moved' ? 'was due' : 'due'} {due}
        {stateText ? `, ${stateText}` : ''}
      </span>
      {answers.map((answer) => (
        <span key={answer} className="band-answer">
          {answer}
        </span>
      ))}
    </>
  );
}

const rowsOf = (messages: readonly RecordedMessage[]) =>
  messages.map((message) => ({
    key: message.key,
    cells: { ...cellsOf(message), to: firstUpper(message.to) },
  }));

const cellsOf = ({ rung, planned, happenings, isAhead }: RecordedMessage) => ({
  rung: firstUpper(rung),
  planned: <span className={isAhead ? 'quiet' : undefined}>{planned}</span>,
  fate: <Fate happenings={happenings} />,
});

function Card({ message, head }: { message: RecordedMessage; head: string }) {
  return (
    <li>
      <span className="cc-n">{firstUpper(message.rung)}</span>
      <span className="cc-d">{head}</span>
      <span className="cc-m">Planned {message.planned}</span>
      <span className="cc-m">
        <Fate happenings={message.happenings} />
      </span>
    </li>
  );
}

function Fate({ happenings }: { happenings: readonly Happening[] }) {
  return (
    <span className="fates">
      {happenings.map(({ text, mark }) =>
        mark ? (
          <Mark key={text} kind={mark}>
            {text}
          </Mark>
        ) : (
          <span key={text} className="quiet">
            {text}
          </span>
        ),
      )}
    </span>
  );
}

const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
