import type { LadderLine, LadderTable } from '@/lib/reminder-policy/ladder-table.ts';

const OWNER_WORDS = { alone: 'message', digest: 'digest' } as const;

/** Who hears what at each step of one length of window. */
export function LadderSheet({ table: { title, lines } }: { table: LadderTable }) {
  return (
    <table className="sheet ladder-t">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Owner</th>
          <th scope="col">Supervisors</th>
          <th scope="col">Client</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line: { when, owner, supervisors, client } }: { line: LadderLine }) {
  return (
    <tr>
      <th scope="row">{when}</th>
      <td>
        {owner === 'alone' ? <strong>{OWNER_WORDS.alone}</strong> : owner ? OWNER_WORDS[owner] : <Nothing />}
      </td>
      <td>{supervisors ? 'message' : <Nothing />}</td>
      <td>{client ? 'message' : <Nothing />}</td>
    </tr>
  );
}

function Nothing() {
  return (
    <span className="faint">
      <span aria-hidden="true">–</span>
      <span className="vh">nothing</span>
    </span>
  );
}
