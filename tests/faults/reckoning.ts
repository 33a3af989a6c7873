import type { DueOffice } from './due-office.ts';

/** A mail as somebody else than the ledger saw it. */
export type SeenMail = { readonly to: string; readonly subject: string };

export type Reckoning = {
  readonly due: number;
  /** Messages that were owed and arrived, each counted once. */
  readonly sent: number;
  readonly lost: number;
  /** Mails beyond the first of each message. */
  readonly twice: number;
  /** Mails that nobody was owed. */
  readonly unowed: number;
};

/** Compares what the office owed with what arrived, by recipient and case number: neither is asked of the ledger. */
export function reckon({ owed }: Pick<DueOffice, 'owed'>, seen: readonly SeenMail[]): Reckoning {
  const counts = new Map(owed.map((each) => [keyOf(each.to, each.caseNumber), 0]));
  let unowed = 0;
  const staff = new Set(owed.flatMap(({ to, caseNumber }) => (caseNumber ? [to] : [])));
  for (const { to, subject } of seen) {
    const number = staff.has(to) ? (/^\d{4}-\d{6}/.exec(subject)?.[0] ?? null) : null;
    const count = counts.get(keyOf(to, number));
    if (count === undefined) unowed += 1;
    else counts.set(keyOf(to, number), count + 1);
  }
  const times = [...counts.values()];
  return {
    due: owed.length,
    sent: times.filter((count) => count > 0).length,
    lost: times.filter((count) => count === 0).length,
    twice: times.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    unowed,
  };
}

const keyOf = (to: string, caseNumber: string | null): string => `${to} ${caseNumber ?? ''}`;

export const inFigures = ({ due, sent, lost, twice }: Reckoning, whose = 'the provider'): string =>
  `due ${due}, sent ${sent}, lost ${lost}, twice to ${whose}’s view ${twice}`;
