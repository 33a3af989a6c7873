import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache } from 'react';
import { Button, LinkButton } from '@/components/button.tsx';
import { requestTime } from '@/lib/access/session.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { telHref } from '@/lib/mail/tel-href.ts';
import { readStopPage, type StopPage } from '@/lib/mail-events/read-stop-page.ts';

type Props = PageProps<'/stop/[officeId]/[token]'>;

const read = cache(async (officeId: string, token: string, wasPressed: boolean): Promise<StopPage> => {
  const acceptLanguage = (await headers()).get('accept-language');
  return readStopPage(getDatabase(), { officeId, token, wasPressed, acceptLanguage }, await requestTime());
});

async function pageFor({ params, searchParams }: Props): Promise<StopPage> {
  const { officeId, token } = await params;
  return read(officeId, token, (await searchParams)['done'] === '1');
}

const titleOf = ({ state, words }: StopPage): string =>
  ({ asks: words.title, done: words.doneTitle, unknown: words.unknownTitle })[state];

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: { absolute: titleOf(await pageFor(props)) } };
}

/** Asks before anything stops, since scanners and previews open links too. */
export default async function StopMessagesPage(props: Props) {
  const { officeId, token } = await props.params;
  const page = await pageFor(props);
  const { state, language, words, call } = page;
  return (
    <main id="main" className="sign" lang={language}>
      <div className="sign-in">
        <h1>{titleOf(page)}</h1>
        {state === 'asks' ? (
          <>
            <p className="lead">{words.question}</p>
            <p className="lead quiet">
              {words.whatStops} {words.whatStays}
            </p>
            <form method="post" action={`/api/mail/stop/${officeId}/${token}`}>
              <Button type="submit" primary tall>
                {words.button}
              </Button>
            </form>
          </>
        ) : (
          <p className="lead">{state === 'done' ? words.done : words.unknown}</p>
        )}
        {call && state !== 'asks' ? (
          <p>
            <LinkButton tall href={telHref(call.phone)}>
              {call.label}
            </LinkButton>
          </p>
        ) : null}
      </div>
    </main>
  );
}
