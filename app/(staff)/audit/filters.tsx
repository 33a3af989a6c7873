import { AUDIT_EVENTS } from '@/lib/audit/events.ts';
import { type RecordFilter, SCHEDULED, sayEvent } from '@/lib/audit/list-filter.ts';

/** Who, what, which case and when, in one form that leads to an address. */
export function RecordFilters({
  filter,
  people,
}: {
  filter: RecordFilter;
  people: readonly { readonly id: string; readonly name: string }[];
}) {
  return (
    <form className="audit-filters" action="/audit" method="get" aria-label="Filters">
      <label className="field">
        <span className="label">Who</span>
        <select className="select" name="who" defaultValue={filter.who ?? ''}>
          <option value="">Anybody</option>
          <option value={SCHEDULED}>Scheduled work</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">Event</span>
        <select className="select" name="event" defaultValue={filter.event ?? ''}>
          <option value="">Any event</option>
          {AUDIT_EVENTS.toSorted().map((event) => (
            <option key={event} value={event}>
              {sayEvent(event)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">Case number</span>
        <input
          className="input"
          name="case"
          defaultValue={filter.caseNumber ?? ''}
          maxLength={40}
          autoComplete="off"
        />
      </label>
      <label className="field">
        <span className="label">From</span>
        <input className="input" type="date" name="from" defaultValue={filter.fromOn ?? ''} />
      </label>
      <label className="field">
        <span className="label">Through</span>
        <input className="input" type="date" name="until" defaultValue={filter.untilOn ?? ''} />
      </label>
      <div className="btns">
        <button className="btn tall" type="submit">
          Show
        </button>
        <a className="btn tall bare" href="/audit">
          Clear
        </a>
      </div>
    </form>
  );
}
