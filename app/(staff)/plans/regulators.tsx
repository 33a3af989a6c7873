import { Mark } from '@/components/mark.tsx';
import {
  type AgencyContact,
  CHECKED_WORDS,
  type ContactPoint,
  OTHER_HELP,
  REGULATOR_CONTACTS,
} from '@/lib/plans/regulators.ts';

/** Where applications and complaints go, each address with who says so. */
export function Regulators() {
  return (
    <section aria-labelledby="regulators">
      <header className="sec-h">
        <h2 id="regulators">Regulators, hearings and help</h2>
      </header>
      <div className="agencies">
        {[...Object.values(REGULATOR_CONTACTS), ...OTHER_HELP].map((each) => (
          <Agency key={each.shortName} agency={each} />
        ))}
      </div>
    </section>
  );
}

function Agency({ agency }: { agency: AgencyContact }) {
  const points: [string, ContactPoint | undefined][] = [
    ['Phone', agency.phone],
    ['TTY', agency.tty],
    ['Fax', agency.fax],
    ['Address', agency.address],
    ['E-mail', agency.email],
    ['Online', agency.website],
    ['Hours', agency.hours],
  ];
  return (
    <article className="agency">
      <h3>{agency.name}</h3>
      <dl>
        {points.map(([label, point]) =>
          point ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <span className="lines">{point.value}</span>
                <span className="small quiet" title={point.source}>
                  {point.checked === 'agency' ? (
                    CHECKED_WORDS.agency
                  ) : (
                    <Mark kind="open">{CHECKED_WORDS[point.checked]}</Mark>
                  )}
                </span>
              </dd>
            </div>
          ) : null,
        )}
      </dl>
      {agency.note ? <p className="small quiet">{agency.note}</p> : null}
    </article>
  );
}
