import { ChevronDown, Search, X } from 'lucide-react';
import { Chip, Chips } from '@/components/chips.tsx';
import { STAGE_LABELS } from '@/lib/cases/stage.ts';
import { LANGUAGE_NAMES, REGULATOR_LABELS } from '@/lib/labels.ts';
import { type Home, type ListFilter, listHref, listParams, withFilter } from '@/lib/worklist/list-filter.ts';
import type { CaseCounts, CaseList, Named } from '@/lib/worklist/queries.ts';
import { searchCasesAction } from '../search.ts';

/** Search, the chips with what each would leave, and the rarer filters in one form: all but the search is plain in the address. */
export function Filters({ filter, list, home }: { filter: ListFilter; list: CaseList; home: Home }) {
  return (
    <div className="filters">
      <form action={searchCasesAction}>
        <Carried filter={filter} home={home} except={['find', 'page']} />
        <search className="find in">
          <Search className="i" size={16} aria-hidden="true" />
          <input
            type="search"
            name="q"
            defaultValue={filter.query}
            placeholder="Name, number, phone"
            aria-label="Search in this list"
            maxLength={100}
          />
        </search>
      </form>
      <Chips label="Filters">
        {filter.closed ? null : <DueChips filter={filter} counts={list.counts} home={home} />}
        <Removable filter={filter} plans={list.plans} home={home} />
      </Chips>
      <MoreFilters filter={filter} list={list} home={home} />
    </div>
  );
}

function DueChips({ filter, counts, home }: { filter: ListFilter; counts: CaseCounts; home: Home }) {
  const chip = (label: string, count: number, isOn: boolean, change: Partial<ListFilter>) => (
    <Chip href={listHref(withFilter(filter, change), home)} count={count} current={isOn}>
      {label}
    </Chip>
  );
  const due = (window: NonNullable<ListFilter['due']>) => (filter.due === window ? null : window);
  return (
    <>
      {chip('Past its date', counts.past, filter.due === 'past', { due: due('past') })}
      {chip('Within 7 days', counts.week, filter.due === 'week', { due: due('week') })}
      {chip('Within 30 days', counts.month, filter.due === 'month', { due: due('month') })}
      {chip('Ours to file', counts.ours, filter.side === 'ours', {
        side: filter.side === 'ours' ? null : 'ours',
      })}
      {chip('Urgent', counts.urgent, filter.urgent, { urgent: !filter.urgent })}
    </>
  );
}

/** What narrows the list otherwise, each with its way out. */
function Removable({ filter, plans, home }: { filter: ListFilter; plans: readonly Named[]; home: Home }) {
  const chosen: [string, Partial<ListFilter>][] = [];
  if (filter.query) chosen.push([`“${filter.query}”`, { query: '', who: filter.who }]);
  if (filter.side === 'theirs') chosen.push(['Owed by others', { side: null }]);
  if (filter.planId)
    chosen.push([plans.find(({ id }) => id === filter.planId)?.name ?? 'A former plan', { planId: null }]);
  if (filter.stage) chosen.push([STAGE_LABELS[filter.stage], { stage: null }]);
  if (filter.regulator) chosen.push([REGULATOR_LABELS[filter.regulator], { regulator: null }]);
  if (filter.language) chosen.push([LANGUAGE_NAMES[filter.language], { language: null }]);
  return chosen.map(([label, change]) => (
    <Chip key={label} href={listHref(withFilter(filter, change), home)} current>
      {label}
      <X className="i" size={14} aria-hidden="true" />
      <span className="vh">, remove this filter</span>
    </Chip>
  ));
}

function MoreFilters({ filter, list, home }: { filter: ListFilter; list: CaseList; home: Home }) {
  return (
    <details className="facets">
      <summary className="chip">
        More filters
        <ChevronDown className="i" size={14} aria-hidden="true" />
      </summary>
      <form className="facet-form" action="/cases" method="get">
        <Carried
          filter={filter}
          home={home}
          except={['who', 'stage', 'plan', 'regulator', 'language', 'closed', 'page']}
        />
        <Facet name="who" label="Whose" value={filter.who} any={null}>
          {[
            ['mine', 'Mine'],
            ['everyone', 'Everyone'],
            ['unassigned', 'Without an owner'],
            ...list.people.map(({ id, name }): [string, string] => [id, name]),
          ]}
        </Facet>
        <Facet name="plan" label="Plan" value={filter.planId} any="Any plan">
          {list.plans.map(({ id, name }): [string, string] => [id, name])}
        </Facet>
        <Facet name="stage" label="Stage" value={filter.stage} any="Any stage">
          {Object.entries(STAGE_LABELS).filter(([stage]) => stage !== 'closed')}
        </Facet>
        <Facet name="regulator" label="Regulator" value={filter.regulator} any="Any regulator">
          {Object.entries(REGULATOR_LABELS)}
        </Facet>
        <Facet name="language" label="Language" value={filter.language} any="Any language">
          {Object.entries(LANGUAGE_NAMES)}
        </Facet>
        <Facet name="closed" label="State" value={filter.closed ? '1' : null} any="Open">
          {[['1', 'Closed']]}
        </Facet>
        <div className="btns">
          <button className="btn" type="submit">
            Show
          </button>
          <a className="btn bare" href={listHref(withFilter(filter, CLEARED), home)}>
            Clear all filters
          </a>
        </div>
      </form>
    </details>
  );
}

const CLEARED: Partial<ListFilter> = {
  query: '',
  stage: null,
  planId: null,
  regulator: null,
  language: null,
  due: null,
  side: null,
  urgent: false,
  closed: false,
};

function Facet({
  name,
  label,
  value,
  any,
  children,
}: {
  name: string;
  label: string;
  value: string | null;
  any: string | null;
  children: readonly (readonly [string, string] | string[])[];
}) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select className="select" name={name} defaultValue={value ?? ''}>
        {any === null ? null : <option value="">{any}</option>}
        {children.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A GET form forgets the address it is on, so the rest of the filter goes along unseen. */
function Carried({ filter, home, except }: { filter: ListFilter; home: Home; except: readonly string[] }) {
  return [...listParams(filter, home)]
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
