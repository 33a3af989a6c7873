import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { listCovers } from '@/lib/covers/queries.ts';
import { coverSentences } from '@/lib/covers/rules.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { readHandover } from '@/lib/workload/form-queries.ts';
import { foreseeMove } from '@/lib/workload/preview-move.ts';
import { meantCases } from '@/lib/workload/spread-load.ts';
import { moveWords, placedCases } from '../../../team/handover.ts';
import { loadPerson } from '../load-person.ts';
import { TaskPage } from '../task-page.tsx';
import { DeactivationForm } from './form.tsx';

export const metadata: Metadata = { title: 'Deactivate account' };

/** As many as one form can hold. */
const MOST_CASES = 200;

export default async function DeactivationPage({ params }: PageProps<'/people/[personId]/deactivation'>) {
  const { actor, person, now } = await loadPerson(params);
  const today = pacificToday(now);
  const words = wordsIn(actor.language).team;
  const { handover, covers } = await inOffice(getDatabase(), actor, today, async (tx) => ({
    handover: await readHandover(tx, person.id, today, MOST_CASES),
    covers: await listCovers(tx, today),
  }));
  const { openCaseCount } = person;
  const isTooMany = openCaseCount > MOST_CASES;
  const lead = isTooMany
    ? words.tooMany(openCaseCount, MOST_CASES)
    : openCaseCount === 0
      ? words.leaveLead
      : `${words.leaveLeadWithCases(openCaseCount)} ${words.proposedByLoad}`;
  return (
    <TaskPage
      person={person}
      title="Deactivate the account"
      lead={
        <>
          {lead}
          {coverSentences(person.id, covers, today).map((sentence) => (
            <span key={sentence}>
              {' '}
              {sentence} <a href="/team/cover">{words.seeCovers}</a>
            </span>
          ))}
        </>
      }
    >
      {isTooMany ? (
        <div className="btns">
          <LinkButton href={`/team?from=${person.id}#move`}>{words.moveFirst}</LinkButton>
        </div>
      ) : (
        <DeactivationForm
          personId={person.id}
          cases={placedCases(handover, today, words, meantCases(handover.cases, []))}
          foreseen={foreseeMove(handover, { name: person.name, openCount: openCaseCount }, words)}
          words={{ ...moveWords(words), deactivate: words.deactivate }}
        />
      )}
    </TaskPage>
  );
}
