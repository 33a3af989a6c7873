import { z } from 'zod';
import { isTimeZone, parseWallTime, type WallTime } from '../calendar/zoned-time.ts';
import { DEFAULT_POLICY, LAST_RUNGS, type OfficePolicy, type ReminderPolicy } from './policy.ts';

const LONGEST_COUNTDOWN = 365;

const daysBefore = z.array(z.int().min(0).max(LONGEST_COUNTDOWN));
const withLastRungs = daysBefore.refine((days) => LAST_RUNGS.every((last) => days.includes(last)));
const weekdayField = z.literal([0, 1, 2, 3, 4, 5, 6]);

const timeOfDay = z.string().transform((text, context): WallTime => {
  const read = parseWallTime(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'not a time of day' });
  return z.NEVER;
});

/** A policy as it is stored. One that leaves out what no policy leaves out is none. */
const policySchema = z.object({
  cadences: z.array(z.object({ windowOfDays: z.int().positive(), daysBefore: withLastRungs })).nonempty(),
  ownerAloneDaysBefore: withLastRungs,
  clientDaysBefore: daysBefore,
  supervisorDaysBefore: daysBefore,
  workingDays: z.array(weekdayField).nonempty(),
  opensAt: timeOfDay,
  closesAt: timeOfDay,
  digestAt: timeOfDay,
  teamDigestOn: weekdayField,
  mostAloneADay: z.int().positive(),
});

export type StoredPolicy = {
  readonly policy: OfficePolicy;
  /** False where what is stored could not be read, so that the policy every office begins with holds instead. */
  readonly isReadable: boolean;
};

/**
 * The policy that holds in an office, from what is stored of it. What cannot be read gives way to what every office
 * begins with: no stored value may ever keep a reminder from going. Pure.
 */
export function storedPolicy(
  timeZone: string,
  stored: { readonly policy: unknown; readonly changedAt: Date } | null,
): StoredPolicy {
  const read = stored ? policySchema.safeParse(stored.policy) : null;
  const policy: ReminderPolicy = read?.success ? read.data : DEFAULT_POLICY;
  const isZoneKnown = isTimeZone(timeZone);
  return {
    policy: {
      ...policy,
      timeZone: isZoneKnown ? timeZone : 'America/Los_Angeles',
      since: read?.success && stored ? stored.changedAt : null,
    },
    isReadable: isZoneKnown && (read?.success ?? true),
  };
}
