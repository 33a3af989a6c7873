import type { Permission } from '../access/policy.ts';
import type { Words } from '../words/words.ts';

/** The demo office's people whom the tour visits, as the seed calls them. */
export const TOUR_CLIENTS = {
  rosario: 'Rosario Villaseñor',
  nadia: 'Nadia El-Amin',
  duc: 'Duc Tran',
} as const;
export type TourClient = keyof typeof TOUR_CLIENTS;

type StopId = keyof Words['tour']['stops'];
type Stop = {
  readonly id: StopId;
  /** Whose case it is at; null where it is at no case. */
  readonly at: TourClient | null;
  readonly path: string;
  readonly permission: Permission;
};

const STOPS: readonly Stop[] = [
  { id: 'today', at: null, path: '/', permission: 'case.read' },
  { id: 'rail', at: 'rosario', path: '', permission: 'case.read' },
  { id: 'proof', at: 'rosario', path: '/proof/ca.imr.deadline.silence', permission: 'case.read' },
  { id: 'decision', at: 'nadia', path: '/plan-decision', permission: 'plan-decision.log' },
  { id: 'urgent', at: 'duc', path: '', permission: 'case.read' },
  { id: 'papers', at: 'rosario', path: '/filing-checklist', permission: 'case.read' },
  { id: 'handover', at: 'rosario', path: '/brief', permission: 'case.read' },
  { id: 'find', at: null, path: '/cases?who=everyone', permission: 'case.read' },
  { id: 'team', at: null, path: '/team', permission: 'team.review' },
];

export type TourStop = { readonly id: StopId; readonly href: string };

/** The stops of the tour that are still there for this person: a case that is gone is left out. Pure. */
export function tourStops(
  caseIds: ReadonlyMap<TourClient, string>,
  mayDo: (permission: Permission) => boolean,
): readonly TourStop[] {
  return STOPS.flatMap(({ id, at, path, permission }) => {
    const caseId = at && caseIds.get(at);
    if (!mayDo(permission) || caseId === undefined) return [];
    return [{ id, href: caseId === null ? path : `/cases/${caseId}${path}` }];
  });
}
