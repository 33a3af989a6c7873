import type { Metadata } from 'next';
import { PageHead } from '@/components/page-head.tsx';
import { requestTime, requireAccess } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { HELP_TOPICS } from '@/lib/help/grounds.ts';
import { readIsDemo } from '@/lib/help/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';

export const metadata: Metadata = { title: 'Help' };

export default async function HelpIndexPage() {
  const { actor } = await requireAccess();
  const { help } = wordsIn(actor.language);
  const hasTour = await inOffice(getDatabase(), actor, pacificToday(await requestTime()), readIsDemo);
  return (
    <main id="main">
      <PageHead title={help.title} lead={help.lead} />
      <div className="wrap help">
        <ul className="help-topics">
          {HELP_TOPICS.map((topic) => (
            <li key={topic}>
              <a className="link" href={`/help/${topic}`}>
                {help.topics[topic].title}
              </a>
              <p className="quiet">{help.topics[topic].lead}</p>
            </li>
          ))}
        </ul>
        <h2>{help.more}</h2>
        <ul className="help-topics">
          {hasTour ? (
            <li>
              <a className="link" href="/help/tour">
                {help.tour}
              </a>
            </li>
          ) : null}
          <li>
            {help.keys}
            <p className="quiet">{help.keysLead}</p>
          </li>
          <li>
            <a className="link" href={`/calculator${actor.language === 'es' ? '?lang=es' : ''}`}>
              {help.calculator}
            </a>
            <p className="quiet">{help.calculatorLead}</p>
          </li>
        </ul>
        <p className="legal">{help.legal}</p>
      </div>
    </main>
  );
}
