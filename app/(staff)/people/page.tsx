import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import { PageHead } from '@/components/page-head.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMonthDay } from '@/lib/calendar/format-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { ROLE_LABELS } from '@/lib/labels.ts';
import { accessStateOf } from '@/lib/people/access-state.ts';
import { type ListedPerson, listPeople } from '@/lib/people/queries.ts';
import { listHref, parseListFilter } from '@/lib/worklist/list-filter.ts';
import { accessWord } from './access-words.ts';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const actor = await requireActor('person.manage');
  const now = await requestTime();
  const today = pacificToday(now);
  const people = await inOffice(getDatabase(), actor, today, listPeople);
  const active = people.filter(({ deactivatedAt }) => !deactivatedAt);
  const former = people.filter(({ deactivatedAt }) => deactivatedAt);
  const bands = [
    { key: 'active', title: 'People of the office', people: active },
    { key: 'former', title: 'Can no longer sign in', people: former },
  ].filter((band) => band.people.length > 0);
  return (
    <main id="main" className="directory">
      <PageHead
        title="People"
        count={active.length}
        lead="What each may do follows from the role. Whoever leaves is deactivated, so that what they did stays in the record."
        actions={<LinkButton href="/people/new">Add person</LinkButton>}
      />
      <div className="wrap">
        <GridTable
          caption="People of the office"
          rowHead="name"
          roomy
          columns={[
            { key: 'name', head: 'Name' },
            { key: 'email', head: 'E-mail' },
            { key: 'role', head: 'Role' },
            { key: 'access', head: 'Access' },
            { key: 'factor', head: 'Second factor' },
            { key: 'open', head: 'Open cases', className: 'num' },
            { key: 'since', head: 'Since' },
          ]}
          bands={bands.map(({ key, title, people: members }) => ({
            key,
            title,
            count: members.length,
            rows: members.map((person) => rowOf(person, now)),
          }))}
          cards={
            <ul className="cards">
              {bands.flatMap(({ key, title, people: members }) => [
                <li className="band" key={key}>
                  {title} <span className="count">{members.length}</span>
                </li>,
                ...members.map((person) => (
                  <li key={person.id}>
                    <a className="cc-n" href={`/people/${person.id}`}>
                      {person.name}
                    </a>
                    <span className="cc-d">
                      {ROLE_LABELS[person.role]} · {accessWord(accessStateOf(person, now))}
                    </span>
                    <span className="cc-m">{person.email}</span>
                  </li>
                )),
              ])}
            </ul>
          }
        />
      </div>
    </main>
  );
}

function rowOf(person: ListedPerson, now: Date) {
  const { id, name, email, role, openCaseCount, createdAt, deactivatedAt, hasSecondFactor } = person;
  const today = pacificToday(now);
  const since = pacificToday(deactivatedAt ?? createdAt);
  const cases = listHref({ ...parseListFilter({}, 'mine'), who: id }, 'mine');
  return {
    key: id,
    cells: {
      name: (
        <a href={`/people/${id}`}>
          <strong>{name}</strong>
        </a>
      ),
      email,
      role: ROLE_LABELS[role],
      access: accessWord(accessStateOf(person, now)),
      factor: hasSecondFactor ? 'Authenticator' : 'None',
      open: openCaseCount === 0 ? '0' : <a href={cases}>{openCaseCount.toLocaleString('en-US')}</a>,
      since: <time dateTime={since}>{formatMonthDay(since, today)}</time>,
    },
  };
}
