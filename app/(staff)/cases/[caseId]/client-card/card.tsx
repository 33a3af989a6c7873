import type { ClientCard } from '@/lib/cases/client-card.ts';
import type { Words } from '@/lib/words/words.ts';

/** Cut out of its page and folded once, it goes into a wallet; whole, on a refrigerator. */
export function Card({ card, headings }: { card: ClientCard; headings: Words['clientCard']['headings'] }) {
  const { progress } = card;
  return (
    <article className="sheet ccard" lang={card.language} aria-label={card.title}>
      <header>
        <h2>{card.title}</h2>
        <p className="quiet small tab">{card.caseNumber}</p>
      </header>
      <p className="ccard-where">{card.where}</p>
      {progress ? (
        <div className="ccard-steps">
          <p className="quiet small">{progress.text}</p>
          <ol>
            {progress.steps.map((text, index) => (
              <li key={text} aria-current={index + 1 === progress.step ? 'step' : undefined}>
                <Dot isDone={index + 1 < progress.step} isNow={index + 1 === progress.step} />
                {text}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      <section>
        <h3>{headings.next}</h3>
        <p>
          <b>{card.next}</b>
        </p>
      </section>
      <section>
        <h3>{headings.need}</h3>
        <ul>
          {card.needs.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{headings.call}</h3>
        {card.call.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      <p className="ccard-danger">{card.danger}</p>
      <footer className="quiet small">
        {card.foot.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </article>
  );
}

/** Drawn, not colored in by the browser: backgrounds are not printed. */
function Dot({ isDone, isNow }: { isDone: boolean; isNow: boolean }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" className={isDone ? 'done' : isNow ? 'now' : undefined} />
      {isDone ? <path d="m5 8 2.2 2.2L11 6.2" /> : null}
      {isNow ? <circle cx="8" cy="8" r="2.5" className="done" /> : null}
    </svg>
  );
}
