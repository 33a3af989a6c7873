import type { ReactNode } from 'react';
import { PopOut } from '@/components/pop-out.tsx';
import type { Facet } from '@/lib/worklist/form-queries.ts';
import { type ListFilter, listHref, NO_SEARCH, withFilter } from '@/lib/worklist/list-filter.ts';
import { Carried } from './carried.tsx';
import { CountedOption } from './choice-counts.tsx';
import type { FilterProps } from './filters.tsx';

/** The rarer filters, several at once. */
export function MoreFilters({ filter, list, home, words: { filters: words }, labels }: FilterProps) {
  return (
    <PopOut look="chip" label={words.moreLabel} hasChevron summary={words.more}>
      <form className="more-filters" action="/cases" method="get">
        <Carried
          filter={filter}
          home={home}
          except={['who', 'due', 'side', 'stage', 'regulator', 'closed', 'page']}
        />
        <Select name="who" label={words.whose} value={filter.who}>
          {counted('who', [
            ['mine', words.mine],
            ['everyone', words.everyone],
            ['unassigned', words.unassigned],
            ...list.people.map(({ id, name }): [string, string] => [id, name]),
          ])}
        </Select>
        <Select name="stage" label={words.stage} value={filter.stage} any={words.anyStage}>
          {counted(
            'stage',
            Object.entries(labels.stage).filter(([stage]) => stage !== 'closed'),
          )}
        </Select>
        <Select name="due" label={words.due} value={filter.due} any={words.anyDue}>
          {plain([
            ['past', words.past],
            ['week', words.week],
            ['month', words.month],
          ])}
        </Select>
        <Select name="side" label={words.side} value={filter.side} any={words.anySide}>
          {plain(Object.entries(words.sides))}
        </Select>
        <Select name="regulator" label={words.regulator} value={filter.regulator} any={words.anyRegulator}>
          {counted('regulator', Object.entries(labels.regulator))}
        </Select>
        <Select name="closed" label={words.state} value={filter.closed ? '1' : null} any={words.open}>
          {plain([['1', words.closed]])}
        </Select>
        <div className="btns">
          <button className="btn" type="submit">
            {words.show}
          </button>
          <a className="btn bare" href={listHref(withFilter(filter, CLEARED), home)}>
            {words.clear}
          </a>
        </div>
      </form>
    </PopOut>
  );
}

const CLEARED: Partial<ListFilter> = {
  ...NO_SEARCH,
  stage: null,
  planId: null,
  regulator: null,
  language: null,
  due: null,
  side: null,
  urgent: false,
  stuck: false,
  unreached: false,
  closed: false,
};

type Options = readonly (readonly [value: string, label: string] | string[])[];

const counted = (facet: Facet, options: Options) =>
  options.map(([value = '', label = '']) => (
    <CountedOption key={value} facet={facet} value={value} label={label} />
  ));

const plain = (options: Options) =>
  options.map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

function Select({
  name,
  label,
  value,
  any,
  children,
}: {
  name: string;
  label: string;
  value: string | null;
  any?: string;
  children: ReactNode;
}) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select className="select" name={name} defaultValue={value ?? ''}>
        {any === undefined ? null : <option value="">{any}</option>}
        {children}
      </select>
    </label>
  );
}
