import type { Basis, DecisionOutcome } from '../../lib/db/vocabulary.ts';
import type { Random } from './random.ts';

/** How far a dispute has come. */
export type Course =
  | 'bare-intake'
  | 'intake'
  | 'experimental-intake'
  | 'waiting'
  | 'urgent-waiting'
  | 'silent'
  | 'upheld'
  | 'late-letter'
  | 'overturned'
  | 'coverage-upheld'
  | 'complaint'
  | 'hearing'
  | 'screening'
  | 'review'
  | 'rejected'
  | 'determined'
  | 'implemented';

/** The days on which things happened, counted back from today; what is absent has not. */
export type Dispute = {
  readonly openedAgo: number;
  readonly lastContactAgo: number | null;
  readonly bases: readonly Basis[];
  readonly denialLetter?: number;
  readonly grievance?: {
    readonly received: number;
    readonly expedited: boolean;
    readonly acknowledged?: number;
    readonly decision?: { readonly letter: number; readonly outcome: DecisionOutcome };
  };
  readonly hearingRequested?: number;
  readonly complaintReceived?: number;
  readonly imr?: {
    readonly applied: number;
    readonly accepted?: number;
    readonly rejected?: number;
    readonly reviewerReceived?: number;
    readonly determined?: { readonly on: number; readonly outcome: DecisionOutcome };
    readonly implemented?: number;
  };
};

export type Way = { readonly hasImr: boolean; readonly hasHearing: boolean };

const everywhere: readonly (readonly [number, Course])[] = [
  [2, 'bare-intake'],
  [8, 'intake'],
  [30, 'waiting'],
  [1, 'urgent-waiting'],
  [8, 'silent'],
  [22, 'upheld'],
  [5, 'late-letter'],
  [3, 'overturned'],
  [4, 'coverage-upheld'],
];
const withImr: readonly (readonly [number, Course])[] = [
  [3, 'experimental-intake'],
  [3, 'complaint'],
  [6, 'screening'],
  [12, 'review'],
  [2, 'rejected'],
  [3, 'determined'],
  [2, 'implemented'],
];
const withHearing: readonly (readonly [number, Course])[] = [[5, 'hearing']];
const ended: readonly (readonly [number, Course])[] = [
  [15, 'intake'],
  [20, 'overturned'],
  [25, 'upheld'],
  [10, 'coverage-upheld'],
];

/** How far a dispute on this way is likely to have come. */
export const courseOf = (random: Random, way: Way, isClosed: boolean): Course =>
  random.weighted([
    ...(isClosed ? ended : everywhere),
    ...(way.hasImr ? withImr.filter(([, course]) => !isClosed || course === 'implemented') : []),
    ...(way.hasHearing ? withHearing : []),
  ]);

/** A dispute whose latest step lies `latest` days back or, without that, where one of its course usually does. */
export function disputeOf(random: Random, course: Course, latest?: number): Dispute {
  const since = (least: number, most: number) => latest ?? random.whole(least, most);
  const days = (least: number, most: number) => random.whole(least, most);
  switch (course) {
    case 'bare-intake':
      return begun(random, { latest: since(0, 20) });
    case 'intake':
      return begun(random, { denialLetter: since(1, 170) });
    case 'experimental-intake':
      return begun(random, { denialLetter: since(1, 170), bases: ['experimental'] });
    case 'waiting':
      return grieved(random, since(0, 30));
    case 'urgent-waiting':
      return grieved(random, since(0, 3), { expedited: true });
    case 'silent':
      return grieved(random, since(31, 200));
    case 'upheld':
      return decided(random, since(1, 175), 'upheld');
    case 'late-letter':
      return decided(random, since(1, 140), 'upheld', { tookDays: days(31, 60) });
    case 'overturned':
      return decided(random, since(0, 30), 'overturned');
    case 'coverage-upheld':
      return decided(random, since(1, 120), 'upheld', { bases: ['not-covered'] });
    case 'complaint': {
      const received = since(0, 35);
      return {
        ...decided(random, received + days(2, 40), 'upheld', { bases: ['not-covered'] }),
        complaintReceived: received,
      };
    }
    case 'hearing': {
      const requested = since(0, 90);
      return { ...decided(random, requested + days(1, 100), 'upheld'), hearingRequested: requested };
    }
    case 'screening': {
      const applied = since(0, 9);
      return { ...decided(random, applied + days(1, 120), 'upheld'), imr: { applied } };
    }
    case 'review': {
      const reviewerReceived = since(0, 40);
      return reviewed(random, reviewerReceived);
    }
    case 'rejected': {
      const rejected = since(0, 35);
      const applied = rejected + days(3, 10);
      return { ...decided(random, applied + days(1, 120), 'upheld'), imr: { applied, rejected } };
    }
    case 'determined': {
      const on = since(0, 25);
      const outcome = random.weighted<DecisionOutcome>([
        [7, 'overturned'],
        [3, 'upheld'],
      ]);
      return determined(random, on, outcome);
    }
    case 'implemented': {
      const implemented = since(0, 20);
      const dispute = determined(random, implemented + days(4, 12), 'overturned');
      return { ...dispute, imr: { applied: 0, ...dispute.imr, implemented } };
    }
  }
}

type Beginning = {
  readonly latest?: number;
  readonly denialLetter?: number;
  readonly bases?: readonly Basis[];
};

function begun(random: Random, { latest = 0, denialLetter, bases }: Beginning): Dispute {
  const openedAgo =
    denialLetter === undefined ? latest : random.whole(Math.min(1, denialLetter), denialLetter);
  return {
    openedAgo,
    lastContactAgo: random.chance(0.7) ? random.whole(0, openedAgo) : null,
    bases: bases ?? (denialLetter === undefined ? [] : usualBases(random)),
    ...(denialLetter !== undefined && { denialLetter }),
  };
}

const usualBases = (random: Random): readonly Basis[] =>
  random.weighted<readonly Basis[]>([
    [80, ['medical-necessity']],
    [8, ['medical-necessity', 'not-covered']],
    [6, ['experimental', 'medical-necessity']],
    [6, ['emergency-or-urgent']],
  ]);

function grieved(
  random: Random,
  received: number,
  { expedited = false, bases }: { expedited?: boolean; bases?: readonly Basis[] } = {},
): Dispute {
  const denialLetter = received + random.whole(3, 60);
  const openedAgo = Math.max(received, denialLetter - random.whole(2, 30));
  const acknowledged = received - random.whole(2, 6);
  return {
    openedAgo,
    lastContactAgo: random.chance(0.8) ? random.whole(0, openedAgo) : null,
    bases: bases ?? usualBases(random),
    denialLetter,
    grievance: {
      received,
      expedited,
      ...(!expedited && acknowledged >= 0 && random.chance(0.9) && { acknowledged }),
    },
  };
}

function decided(
  random: Random,
  letter: number,
  outcome: DecisionOutcome,
  { tookDays, bases }: { tookDays?: number; bases?: readonly Basis[] } = {},
): Dispute {
  const dispute = grieved(random, letter + (tookDays ?? random.whole(8, 30)), bases ? { bases } : {});
  const { received = letter, expedited = false, acknowledged } = dispute.grievance ?? {};
  return {
    ...dispute,
    grievance: {
      received,
      expedited,
      ...(acknowledged !== undefined && acknowledged >= letter && { acknowledged }),
      decision: { letter, outcome },
    },
  };
}

function reviewed(random: Random, reviewerReceived: number): Dispute {
  const accepted = reviewerReceived + random.whole(3, 8);
  const applied = accepted + random.whole(3, 8);
  return {
    ...decided(random, applied + random.whole(1, 120), 'upheld'),
    imr: { applied, accepted, reviewerReceived },
  };
}

function determined(random: Random, on: number, outcome: DecisionOutcome): Dispute {
  const dispute = reviewed(random, on + random.whole(20, 55));
  return { ...dispute, imr: { applied: 0, ...dispute.imr, determined: { on, outcome } } };
}
