import { type Home, type ListFilter, listParams } from '@/lib/worklist/list-filter.ts';

/** A GET form forgets the address it is on, so the rest of the filter goes along unseen. */
export function Carried({
  filter,
  home,
  except,
}: {
  filter: ListFilter;
  home: Home;
  except: readonly string[];
}) {
  return [...listParams(filter, home)]
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
