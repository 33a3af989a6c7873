import { formatLongDate } from '../calendar/format-date.ts';
import { pendingImrApplication } from '../cases/case-record.ts';
import { isApprovalUsed } from '../imr/extension-approval.ts';
import { ground } from './grounds.ts';
import {
  blocks,
  helps,
  type ItemRule,
  NO_ANSWER,
  notNeeded,
  planWord,
  record,
  upload,
  write,
} from './item-rule.ts';

/** What only some cases need: somebody who acts for the client, a late filing, an early one. */
export const SPECIAL_ITEMS: readonly ItemRule[] = [
  {
    item: 'authorized-assistant-form',
    title: 'Authorized-assistant form, signed',
    kinds: ['authorized-assistant-form'],
    isSigned: true,
    ways: [write('authorization'), upload('authorized-assistant-form')],
    need: ({ representative, isInsurance }) => {
      const who = representative ? `${representative.name} or this office` : 'this office';
      return helps(
        isInsurance
          ? `With it the department can deal with ${who} for the client.`
          : `The department cannot talk with ${who} about the case until the client signs it.`,
        isInsurance ? ground.cdiDesignation : ground.dmhcAssistant,
      );
    },
  },
  {
    item: 'representative-authority',
    title: 'Power of attorney or other authority',
    kinds: ['power-of-attorney'],
    isSigned: true,
    ways: [upload('power-of-attorney')],
    need: ({ representative, isMinor, isInsurance }) => {
      const citation = isInsurance ? ground.cdiDesignation : ground.dmhcAssistant;
      if (isMinor) return notNeeded('A parent or guardian signs for a minor.', citation);
      return representative?.authority
        ? blocks(
            `${representative.name} signs in the client’s place, and a copy of the authority goes along.`,
            citation,
          )
        : notNeeded('The client signs; nobody acts under a power of attorney.', citation);
    },
  },
  {
    item: 'extension-statement',
    title: 'Statement of why it is late',
    kinds: ['extension-statement'],
    ways: [record('imr-extension'), write('extension-request'), upload('extension-statement')],
    isRecorded: ({ extensionRequest }) => extensionRequest !== null,
    need: ({ lateness, isInsurance }) => {
      const citation = isInsurance ? ground.insuranceExtension : ground.extension;
      if (lateness === 'in-time') return notNeeded('The application is in time.', citation);
      return lateness === 'late'
        ? blocks(
            'Six months are over on every reading: the department may still accept it when circumstances warrant, so say what they are.',
            citation,
            NO_ANSWER,
          )
        : helps(
            'The strict six months are over and a later reading still runs: a reason costs nothing.',
            citation,
          );
    },
  },
  {
    item: 'extension-approval',
    title: 'Supervisor’s approval of the late filing',
    kinds: [],
    ways: [record('imr-extension')],
    isRecorded: (of) =>
      Boolean(of.extensionRequest?.approvedAt) && !isApprovalUsed(of, pendingImrApplication(of)),
    need: ({ lateness }) =>
      lateness === 'late'
        ? blocks(
            'A supervisor reads the statement before a late application goes out.',
            ground.approval,
            NO_ANSWER,
          )
        : notNeeded('Only a late filing needs it.', ground.approval),
  },
  {
    item: 'waiver-statement',
    title: 'Statement of the compelling reasons',
    kinds: ['waiver-statement'],
    ways: [write('waiver-request'), upload('waiver-statement')],
    isRecorded: (of) => Boolean(pendingImrApplication(of)?.compellingStatement),
    need: (situation) => {
      const { isOpen, opensOn, grievance, isInsurance } = situation;
      const citation = isInsurance ? ground.insuranceWaiver : ground.waiver;
      if (isOpen) return notNeeded('The IMR is open without it.', citation);
      if (grievance === 'none')
        return blocks(
          `No grievance is logged and nothing else has opened the IMR: only an extraordinary and compelling case goes ahead of the ${planWord(situation)}’s process.`,
          citation,
          NO_ANSWER,
        );
      return notNeeded(
        opensOn
          ? `Only an extraordinary and compelling case need not wait: the IMR opens on ${formatLongDate(opensOn)}.`
          : `Only an extraordinary and compelling case need not wait for the ${planWord(situation)}.`,
        citation,
      );
    },
  },
];
