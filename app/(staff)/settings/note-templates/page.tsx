import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { Notice } from '@/components/notice.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { findOwnTemplate, listOwnTemplates, type NoteTemplate } from '@/lib/note-templates/queries.ts';
import { type Words, wordsIn } from '@/lib/words/words.ts';
import { RetireOrRestore, TemplateForm, type TemplateWords } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requireActor('note-template.change');
  return { title: wordsIn(language).noteTemplates.title };
}

export default async function NoteTemplatesPage({ searchParams }: PageProps<'/settings/note-templates'>) {
  const actor = await requireActor('note-template.change');
  const params = await searchParams;
  const changedId = recordIdIn(params['id']);
  const retiredId = recordIdIn(params['retired']);
  const today = pacificToday(await requestTime());
  const { own, changed, retired } = await inOffice(getDatabase(), actor, today, async (tx) => ({
    own: await listOwnTemplates(tx),
    changed: changedId ? await findOwnTemplate(tx, changedId, false) : null,
    retired: retiredId ? await findOwnTemplate(tx, retiredId, true) : null,
  }));
  const words = wordsIn(actor.language).noteTemplates;
  const { kind, name, nameHint, body, bodyHint, add, save, back, settings, kinds } = words;
  const said: TemplateWords = { kind, name, nameHint, body, bodyHint, add, save, back, settings, kinds };
  return (
    <main id="main" className="rec wrap settings">
      <header className="rec-head">
        <h1>{words.title}</h1>
        <p className="lead quiet">{words.lead}</p>
        {params['done'] === 'saved' ? <Notice>{words.saved}</Notice> : null}
        {retired ? (
          <Notice
            action={
              <RetireOrRestore
                act="restore"
                templateId={retired.key}
                label={words.undo}
                failed={words.gone}
              />
            }
          >
            {words.retired(retired.name)}
          </Notice>
        ) : null}
      </header>
      <div className="pin-page">
        {changed ? null : (
          <>
            <Templates id="own" title={words.own} templates={own} words={words} isOwn />
            <Templates id="brought" title={words.brought} templates={words.builtIn} words={words} />
          </>
        )}
        <section aria-labelledby="text">
          <h2 id="text">{changed ? words.changeTitle : words.addTitle}</h2>
          <TemplateForm key={changed?.key ?? 'new'} template={changed} words={said} />
        </section>
      </div>
    </main>
  );
}

function Templates({
  id,
  title,
  templates,
  words,
  isOwn = false,
}: {
  id: string;
  title: string;
  templates: readonly NoteTemplate[];
  words: Words['noteTemplates'];
  isOwn?: boolean;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {templates.length === 0 ? (
        <p className="nothing">{words.none}</p>
      ) : (
        <ul className="pin-list">
          {templates.map(({ key, kind, name, body }) => (
            <li key={key}>
              <div>
                <p>
                  <b>{name}</b> <span className="quiet">{words.kinds[kind]}</span>
                </p>
                <p className="quiet small text-of-note">{body}</p>
              </div>
              {isOwn ? (
                <span className="btns">
                  <LinkButton href={`/settings/note-templates?id=${key}`} aria-label={words.changeText(name)}>
                    {words.change}
                  </LinkButton>
                  <RetireOrRestore
                    act="retire"
                    templateId={key}
                    label={words.retire}
                    name={words.retireText(name)}
                    failed={words.gone}
                  />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
