import type { ChecklistItem } from '@/lib/filing-checklist/checklist.ts';

const rank = ({ state, weight }: ChecklistItem) => (state === 'done' ? 0 : weight === 'blocks' ? 1 : 2);

/** One mark an item that is needed, in the list's order: filled when it is done, barred where it blocks. */
export function Meter({ items }: { items: readonly ChecklistItem[] }) {
  const needed = items.filter(({ state }) => state !== 'not-needed');
  return (
    <span className="meter" aria-hidden="true">
      {needed
        .toSorted((a, b) => rank(a) - rank(b))
        .map(({ item, state, weight }) => (
          <i key={item} className={state === 'done' ? 'is-done' : weight} />
        ))}
    </span>
  );
}
