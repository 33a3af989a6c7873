import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Crumbs, PageHead } from '@/components/page-head.tsx';
import { requireAccess } from '@/lib/access/session.ts';
import { HELP_TOPICS, helpTopicIn } from '@/lib/help/grounds.ts';
import { type GroundView, helpPageOf } from '@/lib/help/help-page.ts';
import { type Words, wordsIn } from '@/lib/words/words.ts';

export const metadata: Metadata = { title: 'Help' };

export default async function HelpTopicPage({ params }: PageProps<'/help/[topic]'>) {
  const { actor } = await requireAccess();
  const topic = helpTopicIn((await params).topic);
  if (!topic) notFound();
  const { help } = wordsIn(actor.language);
  const page = helpPageOf(topic, actor.language);
  return (
    <main id="main">
      <PageHead
        crumbs={<Crumbs trail={[{ href: '/help', label: help.title }, { label: page.title }]} />}
        title={page.title}
        lead={page.lead}
      />
      <div className="wrap help help-cols">
        <div>
          <ul className="help-says">
            {page.statements.map(({ text, grounds }) => (
              <li key={text}>
                <p>{text}</p>
                <p className="help-grounds">
                  {grounds.map(({ id, name, certainty }) => (
                    <a key={id} href={`#${id}`}>
                      {name} <span className="quiet">{certainty}</span>
                    </a>
                  ))}
                </p>
              </li>
            ))}
          </ul>
          {page.otherwise.length > 0 ? <Otherwise otherwise={page.otherwise} words={help} /> : null}
          <section>
            <h2>{help.laws}</h2>
            <p className="quiet">{help.lawsLead}</p>
            <dl className="help-laws">
              {page.grounds.map((ground) => (
                <GroundEntry key={ground.id} ground={ground} />
              ))}
            </dl>
          </section>
          <p className="legal">{help.legal}</p>
        </div>
        <nav aria-label={help.more} className="no-print">
          <h2>{help.more}</h2>
          <ul>
            {HELP_TOPICS.filter((each) => each !== topic).map((each) => (
              <li key={each}>
                <a className="link" href={`/help/${each}`}>
                  {help.topics[each].title}
                </a>
              </li>
            ))}
            <li>
              <a className="link" href="/help">
                {help.all}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </main>
  );
}

function Otherwise({
  otherwise,
  words,
}: {
  otherwise: ReturnType<typeof helpPageOf>['otherwise'];
  words: Words['help'];
}) {
  return (
    <section>
      <h2>{words.otherwise}</h2>
      <p className="quiet">{words.otherwiseLead}</p>
      {otherwise.map(({ popular, source, legal, used }) => (
        <dl key={popular} className="help-otherwise">
          <dt>{words.saysPopular}</dt>
          <dd>
            {popular} <span className="quiet small">({source})</span>
          </dd>
          <dt>{words.saysLaw}</dt>
          <dd>{legal}</dd>
          <dt>{words.weUse}</dt>
          <dd>{used}</dd>
        </dl>
      ))}
    </section>
  );
}

function GroundEntry({ ground: { id, name, url, says, certainty, checkedOn } }: { ground: GroundView }) {
  return (
    <div id={id}>
      <dt>
        {url ? (
          <a className="link" href={url}>
            {name}
          </a>
        ) : (
          name
        )}
      </dt>
      <dd>
        {says}
        <span className="tl-line quiet small">
          {certainty}, {checkedOn}.
        </span>
      </dd>
    </div>
  );
}
