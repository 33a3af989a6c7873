import { LinkButton } from '@/components/button.tsx';
import { Mark } from '@/components/mark.tsx';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMediumDate } from '@/lib/calendar/format-date.ts';
import type { ChecklistItem } from '@/lib/filing-checklist/checklist.ts';
import type { Ground } from '@/lib/filing-checklist/grounds.ts';
import { CERTAINTY_LABELS } from '@/lib/labels.ts';
import { WAY_LABELS, wayHref } from './way-href.ts';

type Props = { caseId: string; item: ChecklistItem; mayChange: boolean };

/** One item: how it stands, why it is asked for, on what ground, and where it gets done. */
export function ItemRow({ caseId, item, mayChange }: Props) {
  const { state, weight, title, why, pending, citation } = item;
  const kind = state === 'done' ? 'met' : state === 'missing' && weight === 'blocks' ? 'late' : 'open';
  return (
    <li className="fc-item">
      <div>
        <p>
          {state === 'not-needed' ? (
            <strong>{title}</strong>
          ) : (
            <Mark kind={kind}>
              <strong>{title}</strong>
            </Mark>
          )}
          <span className="vh">{WORDS[state]}.</span>
        </p>
        <p className="quiet">
          {why} {pending}
        </p>
        <Done caseId={caseId} item={item} />
        <GroundLine ground={citation} />
      </div>
      {mayChange && state === 'missing' ? <Ways caseId={caseId} item={item} /> : null}
      {mayChange && state !== 'missing' && item.answer ? (
        <LinkButton bare href={answerHref(caseId, item)}>
          Change the answer
        </LinkButton>
      ) : null}
    </li>
  );
}

const WORDS = { done: 'Done', missing: 'Missing', 'not-needed': 'Not needed' } as const;

const answerHref = (caseId: string, { item }: ChecklistItem) =>
  `/cases/${caseId}/filing-checklist/answer?item=${item}`;

/** By which papers, or by whose word, the item stands as it does. */
function Done({ caseId, item: { documents, doneBy, answer, state } }: Omit<Props, 'mayChange'>) {
  if (documents.length > 0)
    return (
      <p className="fc-papers">
        {documents.map(({ id, title }) => (
          <a key={id} className="link" href={`/cases/${caseId}/documents/${id}`}>
            {title}
          </a>
        ))}
      </p>
    );
  if (!answer || (state === 'done' && doneBy !== 'answer')) return null;
  return (
    <p className="quiet small">
      {answer.answeredBy}, {formatMediumDate(pacificToday(answer.answeredAt))}: “{answer.reason}”
    </p>
  );
}

function Ways({ caseId, item }: Omit<Props, 'mayChange'>) {
  const [first, ...others] = item.ways;
  const answerable = item.answers.length > 0;
  return (
    <div className="fc-ways">
      {first ? (
        <LinkButton href={wayHref(caseId, first)} aria-label={`${WAY_LABELS[first.kind]}: ${item.title}`}>
          {WAY_LABELS[first.kind]}
        </LinkButton>
      ) : null}
      {others.map((way) => (
        <a
          key={way.kind}
          className="link small"
          href={wayHref(caseId, way)}
          aria-label={`${WAY_LABELS[way.kind]}: ${item.title}`}
        >
          {WAY_LABELS[way.kind]}
        </a>
      ))}
      {answerable ? (
        <a
          className="link small"
          href={answerHref(caseId, item)}
          aria-label={`${answerLabel(item)}: ${item.title}`}
        >
          {answerLabel(item)}
        </a>
      ) : null}
    </div>
  );
}

function answerLabel({ answers }: ChecklistItem): string {
  if (answers.length > 1) return 'Done, or not needed';
  return answers[0] === 'done' ? 'It is done' : 'Not needed here';
}

export function GroundLine({ ground: { text, certainty } }: { ground: Ground }) {
  return (
    <p className="quiet small fc-ground">
      <cite>{text}</cite>
      {certainty === 'practice' ? null : certainty === 'from-memory' ? (
        <Mark kind="risk">{CERTAINTY_LABELS[certainty]}</Mark>
      ) : (
        <span>{CERTAINTY_LABELS[certainty]}</span>
      )}
    </p>
  );
}
