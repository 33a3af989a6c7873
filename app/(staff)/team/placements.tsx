'use client';

import { useField } from '@/components/form/form-context.ts';

export type PlacedCase = {
  readonly id: string;
  readonly clientName: string;
  /** What is worth knowing of whoever takes it: the client's language. */
  readonly detail: string;
  readonly due: string;
  readonly proposedId: string | null;
  /** Whether it goes unless somebody unticks it. */
  readonly isChosen: boolean;
  /** Those who may have it. */
  readonly takers: readonly { readonly id: string; readonly label: string }[];
  readonly words: { readonly choose: string; readonly take: string };
};

export type PlacementWords = {
  readonly chooseHead: string;
  readonly client: string;
  readonly nextDate: string;
  readonly to: string;
  readonly nobodyNamed: string;
};

/** Somebody's cases, each with who takes it; `isChosen` where some of them may stay. */
export function Placements({
  cases,
  isChosen = false,
  words,
}: {
  cases: readonly PlacedCase[];
  isChosen?: boolean;
  words: PlacementWords;
}) {
  const placed = useField({ name: 'placements' });
  const chosen = useField({ name: 'caseIds' });
  return (
    <div className="dry-scroll">
      <table className="dry-t" id={placed.id}>
        <thead>
          <tr>
            {isChosen ? (
              <th scope="col" id={chosen.id} className="dry-c">
                <span className="vh">{words.chooseHead}</span>
              </th>
            ) : null}
            <th scope="col">{words.client}</th>
            <th scope="col">{words.nextDate}</th>
            <th scope="col">{words.to}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((each) => (
            <tr key={each.id}>
              {isChosen ? (
                <td className="dry-c">
                  {each.takers.length > 0 ? (
                    <span className="check">
                      <input
                        type="checkbox"
                        name="caseIds"
                        value={each.id}
                        defaultChecked={chosen.isReturned ? chosen.list([]).includes(each.id) : each.isChosen}
                        aria-label={each.words.choose}
                      />
                    </span>
                  ) : null}
                </td>
              ) : null}
              <td>
                <b>{each.clientName}</b>
                <br />
                <span className="quiet">{each.detail}</span>
              </td>
              <td className="dry-d">{each.due}</td>
              <td className="dry-to">
                {each.takers.length > 0 ? (
                  <Taker of={each} returned={placed.list([])} />
                ) : (
                  <span className="quiet small">{words.nobodyNamed}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Taker({ of, returned }: { of: PlacedCase; returned: readonly string[] }) {
  const valueOf = (ownerId: string) => `${of.id}:${ownerId}`;
  const proposed = of.proposedId === null ? undefined : valueOf(of.proposedId);
  return (
    <select
      className="select"
      name="placements"
      aria-label={of.words.take}
      defaultValue={returned.find((value) => value.startsWith(`${of.id}:`)) ?? proposed}
    >
      {of.takers.map(({ id, label }) => (
        <option key={id} value={valueOf(id)}>
          {label}
        </option>
      ))}
    </select>
  );
}
