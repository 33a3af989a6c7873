import { Notice } from '@/components/notice.tsx';
import type { SearchParams } from '@/lib/worklist/list-filter.ts';
import type { Named } from '@/lib/worklist/queries.ts';

/** What moving cases came to, said once on the page it was done from. */
export function MovedNotice({ given, people }: { given: SearchParams; people: readonly Named[] }) {
  const name = people.find(({ id }) => id === given['to'])?.name;
  const count = Number(given['moved']);
  if (!name || !Number.isSafeInteger(count) || count < 1) return null;
  return (
    <Notice>
      Moved {count === 1 ? '1 case' : `${count} cases`} to {name}, with the reminders.
    </Notice>
  );
}
