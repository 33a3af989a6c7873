import { addDays, addMonths, daysBetween, type LocalDate } from '../../../lib/calendar/local-date.ts';
import type { DaysAgo, LineKey } from '../story.ts';

/** How long ago something happened whose six months end in that many days. */
export type SixMonthsEndingIn = (days: number) => DaysAgo;

export const sixMonthsEndingFrom =
  (today: LocalDate): SixMonthsEndingIn =>
  (days) =>
    daysBetween(addMonths(addDays(today, days), -6), today);

export const dmhcLine = (plan: string): LineKey => ({ plan, program: 'commercial', regulator: 'DMHC' });
export const cdiLine = (plan: string): LineKey => ({ plan, program: 'commercial', regulator: 'CDI' });
export const mediCalLine = (plan: string): LineKey => ({ plan, program: 'medi-cal', regulator: 'DMHC' });

/** How an application to each department is sent. */
export const onlineToDmhc = {
  regulator: 'DMHC',
  channel: 'online',
  destination: 'HealthHelp.ca.gov, Independent Medical Review form',
} as const;
export const faxToCdi = {
  regulator: 'CDI',
  channel: 'fax',
  destination: 'Health Claims Bureau, fax 213-897-9641',
} as const;
