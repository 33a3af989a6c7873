import { CopyButton } from '@/components/copy-button.tsx';
import { Mark, type MarkKind } from '@/components/mark.tsx';
import type { AssessedCase } from '@/lib/cases/assessed-case.ts';
import { type FilingStage, stagesAfterFiling } from '@/lib/imr/after-filing.ts';
import { HelpLink } from '../../help/help-link.tsx';
import { LawCites } from './law-cites.tsx';

/** What comes after a proved filing: each step by the law's clock, with what is realistic and what to say when it is late. */
export function AfterFiling({ assessed }: { assessed: AssessedCase }) {
  const stages = stagesAfterFiling(assessed);
  if (stages.length === 0) return null;
  return (
    <section aria-labelledby="after-filing">
      <div className="help-head">
        <h2 id="after-filing">After the filing</h2>
        <HelpLink topic="regulator" />
      </div>
      <ol className="after-filing">
        {stages.map((stage) => (
          <Stage key={stage.id} stage={stage} />
        ))}
      </ol>
    </section>
  );
}

const MARKS: Readonly<Record<FilingStage['state'], { kind: MarkKind; words: string }>> = {
  done: { kind: 'met', words: 'Done' },
  running: { kind: 'open', words: 'Running' },
  late: { kind: 'late', words: 'Late' },
  ahead: { kind: 'open', words: 'Ahead' },
};

function Stage({ stage: { title, state, when, citations, expectation, script } }: { stage: FilingStage }) {
  const { kind, words } = MARKS[state];
  return (
    <li>
      <h3>{title}</h3>
      <Mark kind={kind}>{words}</Mark>
      <p>
        {when} <LawCites citations={citations} />
      </p>
      {expectation ? (
        <p className="quiet">
          {expectation.text} <span className="small">({expectation.source})</span>
        </p>
      ) : null}
      {script ? (
        <div className="script">
          <p>
            <b>Call {script.phone}</b> and say:
          </p>
          <blockquote>{script.text}</blockquote>
          <CopyButton text={script.text} label="Copy what to say" />
        </div>
      ) : null}
    </li>
  );
}
