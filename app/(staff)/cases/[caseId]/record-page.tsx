import type { ReactNode } from 'react';
import { LinkButton } from '@/components/button.tsx';
import { LateShape } from '@/components/mark.tsx';
import type { Barred, FormCase } from '@/lib/cases/case-form.ts';
import type { HelpTopic } from '@/lib/help/grounds.ts';
import { HelpLink } from '../../help/help-link.tsx';
import { KeptDraft } from '../kept-draft.tsx';
import { CaseCrumbs } from './case-crumbs.tsx';

/** The frame of every form about a case: whose it is, what is recorded, and where its clock stands. */
export function RecordPage({
  of,
  title,
  lead,
  barred,
  help,
  children,
}: {
  of: FormCase;
  title: string;
  lead: string;
  /** In place of the form, when nothing can be recorded here. */
  barred?: Barred | null;
  /** What explains the law of it. */
  help?: HelpTopic;
  children: ReactNode;
}) {
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <CaseCrumbs of={of} />
        <div className="help-head">
          <h1>{title}</h1>
          {help ? <HelpLink topic={help} /> : null}
        </div>
        <p className="lead quiet">{lead}</p>
      </header>
      {barred ? (
        <OtherWays of={of} barred={barred} />
      ) : (
        <KeptDraft version={of.version}>{children}</KeptDraft>
      )}
    </main>
  );
}

function OtherWays({ of, barred: { violation, ways } }: { of: FormCase; barred: Barred }) {
  return (
    <div className="rec-form">
      <section className="summary" aria-label="Why nothing can be recorded here">
        <div className="err">
          <LateShape />
          <p>
            <strong>{violation.message}</strong>
          </p>
        </div>
        {violation.rule ? <p>{violation.rule}</p> : null}
        {violation.remedy ? <p>{violation.remedy}</p> : null}
      </section>
      <div className="btns">
        {ways.map(({ folder, label }, index) => (
          <LinkButton key={folder} tall primary={index === 0} href={`/cases/${of.id}/${folder}`}>
            {label}
          </LinkButton>
        ))}
        <LinkButton tall href={`/cases/${of.id}`}>
          Back to case
        </LinkButton>
      </div>
    </div>
  );
}

/** "Anthem Blue Cross’s", or "the plan’s" where the plan is not known. */
export const planPossessive = (planName: string | null): string =>
  planName ? `${planName}${planName.endsWith('s') ? '’' : '’s'}` : 'the plan’s';
