import { formatMediumDate } from '../calendar/format-date.ts';
import { isAfter } from '../calendar/local-date.ts';
import type { ImrFiling, Reason } from './assessment.ts';
import type { CaseReading } from './case-reading.ts';
import { type Citation, law } from './citations.ts';
import {
  type Availability,
  type FilingWindow,
  lastReadingOf,
  type Opening,
  openReadingOf,
} from './imr-standing.ts';
import { citationsOf, type RuleId, ruleOf } from './rules.ts';
import { capitalized, wordingFor } from './wording.ts';

/** Why the IMR is or is not available, the deciding reason first; short sentences, each with its law. */
export function reasonsFor(
  c: CaseReading,
  { ground }: Availability,
  openings: readonly Opening[],
  window: FilingWindow,
  filing: ImrFiling | null,
): Reason[] {
  const reasons: Reason[] = [];
  switch (ground) {
    case 'decided':
      reasons.push(byRule('ca.imr.adopt', c, decidedText(c)));
      break;
    case 'rejected':
      reasons.push(byRule('ca.imr.reject.convert', c, rejectedText(c)));
      break;
    case 'filed':
      reasons.push(...openReasons(c, openings), filedReason(c));
      break;
    case 'plan-overturned-itself':
      reasons.push(outsideTheTable('The plan overturned its own denial, so nothing is left to review.'));
      break;
    case 'not-on-this-track':
      reasons.push(otherTrackReason(c));
      break;
    case 'unlicensed-plan':
      reasons.push(
        outsideTheTable(
          'This Medi-Cal plan has no Knox-Keene license, so the DMHC cannot review it. The way is the plan appeal, then a State Hearing.',
          law.hearingIn120Days,
        ),
      );
      break;
    case 'hearing-held':
      reasons.push(
        byRule(
          'mc.imr.bar',
          c,
          'A State Hearing was held on this dispute, and that closes the way to an IMR.',
        ),
      );
      break;
    case 'no-imr-basis':
      reasons.push(noBasisReason(c));
      break;
    case 'open':
      reasons.push(...openReasons(c, openings));
      break;
    case 'nothing-opened-it-yet':
      reasons.push(...notYetReasons(c, openings));
      break;
  }
  reasons.push(...warnings(c, ground, window, filing));
  return reasons;
}

function openReasons(c: CaseReading, openings: readonly Opening[]): Reason[] {
  return openings
    .filter((opening) => !isAfter(opening.on, c.asOf.on))
    .map((opening) => openingReason(opening, c));
}

function openingReason({ rule, on }: Opening, c: CaseReading): Reason {
  const { plan, grievance } = wordingFor(c);
  const day = formatMediumDate(on);
  const texts = {
    'ca.imr.open.emergency': `Emergency or urgent care was denied on ${day}: the IMR is read as open without a grievance. File a grievance as well, in case it is not.`,
    'ca.imr.open.experimental': `The care was denied as experimental on ${day}: no grievance is needed first.`,
    'ca.imr.open.silence': silenceReason(plan, grievance, day, c),
    'ca.imr.open.upheld': `The ${plan} kept all or part of its denial in its letter of ${day}.`,
    'ca.imr.open.urgent': `The case is urgent, so the client need not wait for the plan's answer, from ${day} on.`,
    'cdi.appeal.silence': silenceReason(plan, grievance, day, c),
  } as const;
  return byRule(rule, c, texts[rule]);
}

function silenceReason(plan: string, grievance: string, day: string, c: CaseReading): string {
  const isOver = c.silenceDay !== null && isAfter(c.asOf.on, c.silenceDay.on);
  return isOver
    ? `The ${plan} did not answer the ${grievance} in its time, so the IMR is open from ${day}.`
    : `If the ${plan} does not answer the ${grievance} in its time, the IMR opens on ${day}.`;
}

function notYetReasons(c: CaseReading, openings: readonly Opening[]): Reason[] {
  const { plan, grievance } = wordingFor(c);
  const waiting =
    openings.length > 0
      ? openings.map((opening) => openingReason(opening, c))
      : [
          outsideTheTable(
            c.filed === null
              ? `The ${grievance} with the ${plan} comes first, and none is recorded.`
              : `The ${plan} still has time, and the day it received the ${grievance} is not known: its days count from there.`,
            c.track === 'cdi' ? law.insuranceQualifyingEvents : law.qualifyingEvents,
          ),
        ];
  return [
    ...waiting,
    byRule(
      'ca.imr.waiver.compelling',
      c,
      'In an extraordinary and compelling case the department may let the client apply before that: say why in the application.',
    ),
  ];
}

function noBasisReason(c: CaseReading): Reason {
  const { regulator } = wordingFor(c);
  const way =
    c.track === 'medi-cal'
      ? 'The way is a State Hearing.'
      : `It can go to ${regulator} as a complaint, and the department says finally which it is.`;
  return outsideTheTable(
    `The denial is about coverage alone, not about medical necessity, and such decisions are not referred to an IMR. ${way}`,
    ...(c.track === 'cdi' ? [law.insuranceReview] : [law.noCoverageDecisions, law.departmentIsArbiter]),
  );
}

function otherTrackReason(c: CaseReading): Reason {
  switch (c.track) {
    case 'self-funded':
      return outsideTheTable(
        'A self-funded employer plan is under federal law: the internal appeal, then the federal external review.',
        law.externalReviewWindow,
      );
    case 'medicare':
      return outsideTheTable(
        'Medicare has its own appeals, and the notice says how and by when. No dates are computed here.',
      );
    case 'dmhc':
    case 'cdi':
    case 'medi-cal':
    case 'none':
      return outsideTheTable(
        'Which department regulates this coverage is not known, or none does. Look for the regulator in the Evidence of Coverage or on the card.',
      );
  }
}

function decidedText(c: CaseReading): string {
  const on = c.imrDecided === null ? '' : ` on ${formatMediumDate(c.imrDecided.on)}`;
  const outcomes = {
    overturned: `The IMR overturned the denial${on}, and that binds the plan.`,
    'partly-overturned': `The IMR overturned the denial in part${on}, and that binds the plan.`,
    upheld: `The IMR upheld the denial${on}.`,
  } as const;
  return c.imrOutcome === null ? `The IMR was decided${on}.` : outcomes[c.imrOutcome];
}

function rejectedText(c: CaseReading): string {
  const { regulator } = wordingFor(c);
  const on = c.imrRejected === null ? '' : ` on ${formatMediumDate(c.imrRejected.on)}`;
  const next =
    c.track === 'cdi'
      ? 'The dispute can go on there as a complaint.'
      : 'The request counts as a complaint, with nothing more to file.';
  return `${capitalized(regulator)} did not approve the IMR${on}. ${next}`;
}

function filedReason(c: CaseReading): Reason {
  const { regulator } = wordingFor(c);
  return outsideTheTable(
    c.applied === null
      ? `An IMR is under way with ${regulator}; the day it was asked for is not recorded.`
      : `The IMR was asked for on ${formatMediumDate(c.applied.on)}.`,
    c.track === 'cdi' ? law.insuranceSixMonths : law.sixMonths,
  );
}

function warnings(
  c: CaseReading,
  ground: Availability['ground'],
  window: FilingWindow,
  filing: ImrFiling | null,
): Reason[] {
  const found: Reason[] = [];
  const isOpenOrFiled = ground === 'open' || ground === 'filed';
  const lateness = isOpenOrFiled ? latenessText(c, window, filing) : null;
  if (lateness !== null) found.push(byRule('ca.imr.extension', c, lateness));
  if (c.isRegulatorUnknown && c.hasImrBasis && ground !== 'plan-overturned-itself') {
    found.push(
      outsideTheTable(
        'The regulator is not known. The dates are those of the DMHC, which closes and redirects what is not its own: apply there, and do not wait.',
      ),
    );
  }
  if (c.track === 'medi-cal' && c.hearingRequested !== null && c.hearingHeld === null && isOpenOrFiled) {
    found.push(
      byRule(
        'mc.imr.bar',
        c,
        'A State Hearing was asked for. Once it is held the IMR is closed; the department decides whether the request alone closes it.',
      ),
    );
  }
  return found;
}

function latenessText(c: CaseReading, window: FilingWindow, filing: ImrFiling | null): string | null {
  const last = lastReadingOf(window);
  if (window.fileBy === null || last === null) return null;
  const safe = formatMediumDate(window.fileBy);
  const outer = formatMediumDate(last);
  if (filing === 'late') {
    return `The application came after ${outer}, the last day on any reading. The department may still accept it where circumstances warrant.`;
  }
  if (filing === 'late-but-timely-on-another-reading') {
    return `The application came after the safe date, ${safe}, but in time on another reading, which runs through ${outer}.`;
  }
  if (c.applied !== null || !isAfter(c.asOf.on, window.fileBy)) return null;
  return isAfter(c.asOf.on, last)
    ? `The six months ended on ${safe}. The department may still accept an application where circumstances warrant.`
    : `The safe date was ${safe}; another reading runs through ${formatMediumDate(openReadingOf(window, c.asOf.on) ?? last)}, and the department may accept an application even later.`;
}

function byRule(id: RuleId, c: CaseReading, text: string): Reason {
  return { rule: id, text, citations: citationsOf(ruleOf(id), c) };
}

function outsideTheTable(text: string, ...citations: readonly Citation[]): Reason {
  return { rule: null, text, citations };
}
