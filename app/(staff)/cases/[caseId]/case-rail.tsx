import { LinkButton } from '@/components/button.tsx';
import { TimeRail } from '@/components/rail/time-rail.tsx';
import type { AssessedCase } from '@/lib/cases/assessed-case.ts';
import type { RecordVerb } from '@/lib/cases/available-records.ts';
import { railModelOf } from './rail-model.ts';

/** The dispute to scale; while nothing has a date, the one date that would draw it. */
export function CaseRail({ assessed, verbs }: { assessed: AssessedCase; verbs: readonly RecordVerb[] }) {
  const model = railModelOf(assessed);
  const denial = verbs.find(({ noun }) => noun === 'denial');
  if (model)
    return (
      <figure className="rail-fig" aria-label="Time rail">
        <div className="wrap">
          <TimeRail model={model} />
        </div>
      </figure>
    );
  return (
    <section className="rail-fig" aria-label="Time rail">
      <div className="wrap rail-none">
        <p>One date draws this line: the day on the denial letter.</p>
        {denial ? <LinkButton href={denial.href}>{denial.label}</LinkButton> : null}
      </div>
    </section>
  );
}
