import { Search, X } from 'lucide-react';
import { Chip, Chips } from '@/components/chips.tsx';
import { PopOut } from '@/components/pop-out.tsx';
import type { Words } from '@/lib/words/words.ts';
import { type Home, type ListFilter, listHref, listParams, withFilter } from '@/lib/worklist/list-filter.ts';
import type { CaseCounts, CaseList } from '@/lib/worklist/queries.ts';
import { searchCasesAction } from '../search.ts';
import { Carried } from './carried.tsx';
import { Choice, ChoiceCounts } from './choice-counts.tsx';
import { MoreFilters } from './more-filters.tsx';

export type FilterProps = {
  readonly filter: ListFilter;
  readonly list: CaseList;
  readonly home: Home;
  readonly words: Words['caseList'];
  readonly labels: Words['labels'];
};

/** Search, the chips with what each would leave, and the rarer filters: all but the search is plain in the address. */
export function Filters(props: FilterProps) {
  const { filter, list, home, words } = props;
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
            placeholder={words.search.placeholder}
            aria-label={words.search.label}
            maxLength={100}
          />
        </search>
      </form>
      <Chips label={words.filters.label}>
        {filter.closed ? null : <CountedChips {...props} counts={list.counts} />}
        <ChoiceCounts key={listHref(filter, home)} params={listParams(filter, home).toString()}>
          <PlanMenu {...props} />
          <LanguageMenu {...props} />
          <MoreFilters {...props} />
        </ChoiceCounts>
        <Removable {...props} />
      </Chips>
    </div>
  );
}

function CountedChips({ filter, counts, home, words }: FilterProps & { counts: CaseCounts }) {
  const chip = (label: string, count: number, isOn: boolean, change: Partial<ListFilter>) => (
    <Chip href={listHref(withFilter(filter, change), home)} count={count} current={isOn}>
      {label}
    </Chip>
  );
  const { due, urgent, stuck, unreached } = filter;
  return (
    <>
      {chip(words.filters.past, counts.past, due === 'past', { due: due === 'past' ? null : 'past' })}
      {chip(words.filters.week, counts.week, due === 'week', { due: due === 'week' ? null : 'week' })}
      {chip(words.filters.urgent, counts.urgent, urgent, { urgent: !urgent })}
      {chip(words.filters.stuck, counts.stuck, stuck, { stuck: !stuck })}
      {chip(words.filters.unreached, counts.unreached, unreached, { unreached: !unreached })}
    </>
  );
}

function PlanMenu({ filter, list, home, words }: FilterProps) {
  const to = (planId: string | null) => listHref(withFilter(filter, { planId }), home);
  return (
    <PopOut look="chip" isList hasChevron summary={words.filters.plan}>
      {list.plans.length === 0 ? <p className="quiet">{words.filters.noPlans}</p> : null}
      <ul>
        {filter.planId ? (
          <li>
            <a href={to(null)}>{words.filters.anyPlan}</a>
          </li>
        ) : null}
        {list.plans.map(({ id, name }) => (
          <Choice key={id} facet="plan" value={id} href={to(id)} current={filter.planId === id}>
            {name}
          </Choice>
        ))}
      </ul>
    </PopOut>
  );
}

function LanguageMenu({ filter, home, words, labels }: FilterProps) {
  const to = (language: ListFilter['language']) => listHref(withFilter(filter, { language }), home);
  return (
    <PopOut look="chip" isList hasChevron summary={words.filters.language}>
      <ul>
        {filter.language ? (
          <li>
            <a href={to(null)}>{words.filters.anyLanguage}</a>
          </li>
        ) : null}
        {Object.entries(labels.languageName).map(([language, name]) => (
          <Choice
            key={language}
            facet="language"
            value={language}
            href={to(language as ListFilter['language'])}
            current={filter.language === language}
          >
            {name}
          </Choice>
        ))}
      </ul>
    </PopOut>
  );
}

/** What narrows the list without a chip of its own, each with its way out. */
function Removable({ filter, list, home, words, labels }: FilterProps) {
  const { query, side, planId, stage, regulator, language, due } = filter;
  const plan = list.plans.find(({ id }) => id === planId)?.name ?? words.filters.formerPlan;
  const chosen: [string | null, Partial<ListFilter>][] = [
    [query && `“${query}”`, { query: '', who: filter.who }],
    [due === 'month' ? words.filters.month : null, { due: null }],
    [side && words.filters.sides[side], { side: null }],
    [planId && plan, { planId: null }],
    [stage && labels.stage[stage], { stage: null }],
    [regulator && labels.regulator[regulator], { regulator: null }],
    [language && labels.languageName[language], { language: null }],
  ];
  return chosen.map(([label, change]) =>
    label ? (
      <Chip key={label} href={listHref(withFilter(filter, change), home)} current>
        {label}
        <X className="i" size={14} aria-hidden="true" />
        <span className="vh">, {words.filters.remove}</span>
      </Chip>
    ) : null,
  );
}
