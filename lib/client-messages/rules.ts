import { addDays } from '../calendar/local-date.ts';
import { dateIn } from '../calendar/zoned-time.ts';
import type { Client } from '../cases/case-record.ts';
import { mayBeEmailed } from '../clients/rules.ts';
import type { ClientMessageKind, SuppressionScope } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';
import { letterLanguage } from '../reminders/letters/client-languages.ts';
import { closingOn, openDayFrom } from '../reminders/office-hours.ts';
import { MOST_ATTEMPTS, NOBODY_ANSWERED } from '../reminders/plan.ts';
import type { OfficePolicy } from '../reminders/policy.ts';
import type { Words } from '../words/words.ts';

/** Why a client cannot be sent a message. */
export type Bar =
  | 'no-address'
  | 'no-consent'
  | 'consent-withdrawn'
  | 'suppressed'
  | 'stopped'
  | 'no-language'
  | 'same-today';

/** What a client who asked for no more reminders is told all the same: it is why they gave us the address. */
const ESSENTIAL: ReadonlySet<ClientMessageKind> = new Set(['papers-sent', 'news']);

/** Whether the client's link stops such messages. */
export const mayBeStopped = (kind: ClientMessageKind): boolean => !ESSENTIAL.has(kind);

/**
 * Why this client cannot be sent such a message now, or null: no consent, an address that takes no mail, a wish for no
 * more, or a language without words. Pure.
 */
export function barToMessage(
  client: Client,
  kind: ClientMessageKind,
  barredFrom: ReadonlySet<SuppressionScope> | undefined,
): Exclude<Bar, 'same-today'> | null {
  if (!mayBeEmailed(client)) {
    if (client.emailConsentWithdrawnOn) return 'consent-withdrawn';
    return client.emailConsentOn ? 'no-address' : 'no-consent';
  }
  if (barredFrom?.has('all')) return 'suppressed';
  if (barredFrom?.has('nudges') && mayBeStopped(kind)) return 'stopped';
  return letterLanguage(client.language).isFallback ? 'no-language' : null;
}

export const violationOf = (bar: Bar, { bars }: Words['messages']): Violation => ({
  field: null,
  ...bars[bar],
});

const WORTH_SENDING_DAYS = 2;

/**
 * Why a message is tried no more, or null: every worker that took it died, or the second working day after its own is
 * over. Whoever wrote it has called by then, or was asked to. Pure.
 */
export function reasonToGiveUp(
  { plannedAt, attempts }: { readonly plannedAt: Date; readonly attempts: number },
  now: Date,
  policy: OfficePolicy,
): string | null {
  if (attempts > MOST_ATTEMPTS) return NOBODY_ANSWERED;
  let last = dateIn(policy.timeZone, plannedAt);
  for (let days = 0; days < WORTH_SENDING_DAYS; days += 1) last = openDayFrom(addDays(last, 1), policy);
  return now < closingOn(last, policy)
    ? null
    : `It could not be sent within ${WORTH_SENDING_DAYS} working days and is not sent later.`;
}
