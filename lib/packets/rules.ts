import type { CaseRecord } from '../cases/case-record.ts';
import type { Violation } from '../errors.ts';
import { regulatorOf } from '../imr/rules.ts';

export const PACKET_IN_WORK: Violation = {
  field: null,
  message: 'A packet of this case is being put together already.',
  remedy: 'Wait until it is ready; another one can follow and says what changed.',
};

export const NOTHING_TO_SEND: Violation = {
  field: 'exhibitIds',
  message: 'There is nothing to send: no exhibit is chosen and no statement is written.',
  remedy: 'Choose at least one exhibit, or write the statement of the dispute.',
};

export const EXHIBIT_GONE: Violation = {
  field: 'exhibitIds',
  message: 'One of the chosen exhibits is no longer there.',
  rule: 'A packet takes documents of its own case that were looked at and are not withdrawn.',
  remedy: 'Open the page again and look through the exhibits.',
};

/** Why no packet can be addressed: some plans are under neither department, and of some it is not known. */
export function unaddressable(
  record: Pick<CaseRecord, 'line'>,
  chosen: 'DMHC' | 'CDI' | null,
): Violation | null {
  if (regulatorOf(record)) return null;
  if (record.line?.regulator === 'none')
    return {
      field: null,
      message: 'No California department takes an IMR application about this plan.',
      rule: 'Plans that no department of California licenses have other ways: a State Hearing or a federal review.',
      remedy: 'Follow what the case says to do next. If the directory is wrong about this line, correct it.',
    };
  if (chosen) return null;
  return {
    field: 'regulator',
    message: 'It is not known which department this plan answers to, so the packet has no address.',
    rule: 'The application goes to the department that licenses the plan’s line (H&S 1374.30; Ins. Code 10169).',
    remedy:
      'Set the plan’s line on the case. Where nobody knows, choose the DMHC: it checks the license when an application comes in.',
  };
}
