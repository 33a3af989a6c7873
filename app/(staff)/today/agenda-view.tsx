import type { ReactNode } from 'react';
import { Agenda, AgendaGroup, AgendaRow } from '@/components/agenda.tsx';
import { LinkButton } from '@/components/button.tsx';
import { Mark } from '@/components/mark.tsx';
import { formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { mayRecord, recordHref } from '@/lib/cases/available-records.ts';
import type { CoveredPerson } from '@/lib/covers/queries.ts';
import type { Role } from '@/lib/db/vocabulary.ts';
import {
  type AgendaCounts,
  type AgendaGroupKey,
  agendaRanges,
  othersAreLate,
} from '@/lib/worklist/agenda.ts';
import { sentenceOf } from '@/lib/worklist/clock-sentence.ts';
import type { AgendaSentence } from '@/lib/worklist/clock-telling.ts';
import { type Home, type ListFilter, listHref, parseListFilter } from '@/lib/worklist/list-filter.ts';
import type { ClockRow, Agenda as ReadAgenda } from '@/lib/worklist/queries.ts';
import { ClockDue } from './clock-due.tsx';
import { ClockFuse } from './clock-fuse.tsx';

type Shown = { agenda: ReadAgenda; counts: AgendaCounts; today: LocalDate; reader: { readonly role: Role } };

const BEYOND: Readonly<Record<AgendaGroupKey, Pick<ListFilter, 'due' | 'side'>>> = {
  overdue: { due: 'past', side: 'ours' },
  today: { due: 'week', side: null },
  week: { due: 'week', side: null },
  month: { due: 'month', side: null },
  late: { due: 'past', side: 'theirs' },
};

/** The agenda in its groups; a group without clocks is not drawn. */
export function AgendaView({
  agenda,
  counts,
  today,
  reader,
  who,
  home,
  showsOwner,
  covered,
}: Shown & {
  who: 'mine' | 'everyone';
  home: Home;
  showsOwner: boolean;
  covered: readonly CoveredPerson[];
}) {
  const ranges = agendaRanges(today);
  const through = (key: AgendaGroupKey) => `through ${formatShortDate(ranges[key].to, today)}`;
  const moreHref = (key: AgendaGroupKey) =>
    listHref({ ...parseListFilter({}, home), who, ...BEYOND[key] }, home);
  const group = (key: AgendaGroupKey, name: string, note?: ReactNode, isNear?: boolean) => {
    const rows = agenda.groups[key];
    const hidden = counts[key] - rows.length;
    if (rows.length === 0) return null;
    return (
      <AgendaGroup
        key={key}
        name={name}
        count={counts[key]}
        note={note}
        isNear={isNear}
        more={
          hidden > 0 ? (
            <a className="link" href={moreHref(key)}>
              {hidden.toLocaleString('en-US')} more
              {key === 'week' || key === 'month' ? `, ${through(key)}` : null}
            </a>
          ) : null
        }
      >
        {rows.map((row, index) => (
          <Clock
            key={`${row.caseId} ${row.rule}`}
            row={row}
            today={today}
            reader={reader}
            isFirstOverdue={key === 'overdue' && index === 0}
            owner={ownerText(row, showsOwner, covered, today)}
          />
        ))}
      </AgendaGroup>
    );
  };
  return (
    <Agenda>
      {group('overdue', 'Overdue', <Mark kind="late">past its date</Mark>, true)}
      {group('today', 'Today', undefined, true)}
      {group('week', 'This week', through('week'))}
      {group('month', 'Next 30 days', through('month'))}
      {group(
        'late',
        othersAreLate(agenda.days, today) ? 'Plans and others that are late' : 'Plans that are late',
      )}
    </Agenda>
  );
}

/** Whose clock it is, where that is not plain: on the office's page, and for clocks that come with a cover. */
function ownerText(
  { ownerId, ownerName }: ClockRow,
  showsOwner: boolean,
  covered: readonly CoveredPerson[],
  today: LocalDate,
): string {
  if (showsOwner) return `${ownerName ?? 'Nobody has this case'}. `;
  const away = covered.find(({ id }) => id === ownerId);
  return away ? `Covering for ${away.name} until ${formatShortDate(away.untilOn, today)}. ` : '';
}

function Clock({
  row,
  today,
  reader,
  isFirstOverdue,
  owner,
}: {
  row: ClockRow;
  today: LocalDate;
  reader: { readonly role: Role };
  isFirstOverdue: boolean;
  owner: string;
}) {
  const sentence = sentenceOf(row, today);
  const { caseId, rule, owedBy, startsOn, dueOn, latestOn, lastReadingOn } = row;
  return (
    <AgendaRow
      due={<ClockDue caseId={caseId} rule={rule} owedBy={owedBy} dueOn={dueOn} today={today} />}
      sentence={
        <>
          {sentence.lead}
          <a className="who" href={`/cases/${caseId}`} data-open="">
            {sentence.who}
          </a>
          {sentence.rest}
          {sentence.isUrgent ? (
            <>
              {' '}
              <Mark kind="urgent">urgent</Mark>
            </>
          ) : null}
        </>
      }
      detail={`${owner}${sentence.detail}`}
      fuse={
        <ClockFuse
          rule={rule}
          owedBy={owedBy}
          startsOn={startsOn}
          dueOn={dueOn}
          latestOn={latestOn}
          lastReadingOn={lastReadingOn}
          today={today}
          perDay={4}
        />
      }
      verb={
        <Verb
          caseId={caseId}
          who={sentence.who}
          verb={sentence.verb}
          reader={reader}
          primary={isFirstOverdue}
        />
      }
    />
  );
}

/** The one thing to do; whoever may not record it opens the case. */
function Verb({
  caseId,
  who,
  verb: { label, noun, id },
  reader,
  primary,
}: {
  caseId: string;
  who: string;
  verb: AgendaSentence['verb'];
  reader: { readonly role: Role };
  primary: boolean;
}) {
  const isMine = noun !== null && mayRecord(reader, noun);
  const said = isMine ? label : 'Open case';
  // Much follows from a call: what was said, whom the case waits for then, the next task.
  const isCall = noun === 'note';
  const query: Record<string, string> = isCall ? { kind: 'call' } : id ? { id } : {};
  return (
    <LinkButton
      href={isMine ? recordHref(caseId, isCall ? 'take-action' : noun, query) : `/cases/${caseId}`}
      aria-label={`${said}: ${who}`}
      data-verb=""
      primary={primary}
    >
      {said}
    </LinkButton>
  );
}
