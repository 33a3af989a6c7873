import { Mark } from '@/components/mark.tsx';
import type { MessagePreview, PreviewedText } from '@/lib/client-messages/preview-client-message.ts';
import type { Words } from '@/lib/words/words.ts';

type MessageWords = Words['messages'];

/** Each message as the client would read it, and the same in English: the style sheet shows the one that is chosen. */
export function MessageTexts({
  previews,
  words,
  languages,
}: {
  previews: readonly MessagePreview[];
  words: MessageWords;
  languages: Words['safeContact']['languages'];
}) {
  const [first] = previews;
  if (!first) return null;
  const { to, detail, goesAt, clientLanguage, isReviewed } = first;
  return (
    <div className="msg-texts">
      <p className="quiet small">
        {words.to(to)}. {goesAt ? words.goesAt(goesAt) : words.goesNow} {words.howMuch[detail]}
      </p>
      {isReviewed ? null : (
        <p className="small">
          <Mark kind="risk">{words.notReviewed}</Mark>
        </p>
      )}
      {previews.map(({ kind, text, inEnglish }) => (
        <div key={kind} className="msg-text" data-kind={kind}>
          <Text heading={words.inLanguage(languages[clientLanguage])} text={text} words={words} />
          {inEnglish ? <Text heading={words.inEnglish} text={inEnglish} words={words} isGloss /> : null}
        </div>
      ))}
    </div>
  );
}

function Text({
  heading,
  text: { language, subject, lines },
  words,
  isGloss = false,
}: {
  heading: string;
  text: PreviewedText;
  words: MessageWords;
  isGloss?: boolean;
}) {
  const body = lines.slice(0, -1);
  return (
    <section aria-label={heading} className={isGloss ? 'msg-paper gloss' : 'msg-paper'}>
      <h2>{heading}</h2>
      <div className="msg-body" lang={language}>
        <p className="msg-subject">
          <span className="quiet" lang="">
            {words.subject}
          </span>{' '}
          <b>{subject}</b>
        </p>
        {body.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="quiet small">{lines.at(-1)}</p>
      </div>
    </section>
  );
}
