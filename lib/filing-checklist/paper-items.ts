import { ground } from './grounds.ts';
import { blocks, helps, type ItemRule, NO_ANSWER, notNeeded, planWord, upload } from './item-rule.ts';

/** The papers of the dispute that go along as copies. */
export const PAPER_ITEMS: readonly ItemRule[] = [
  {
    item: 'denial-letter',
    title: 'Denial letter',
    kinds: ['denial-letter'],
    ways: [upload('denial-letter')],
    need: ({ isExperimental, isInsurance }) => {
      if (isExperimental && !isInsurance)
        return blocks(
          'An application about experimental care comes with the plan’s denial.',
          ground.experimentalLetter,
          NO_ANSWER,
        );
      return helps(
        'It shows what was denied, when and why.',
        isInsurance ? ground.cdiForm : ground.dmhcPages,
      );
    },
  },
  {
    item: 'grievance',
    title: 'Grievance to the plan',
    kinds: ['grievance'],
    ways: [upload('grievance')],
    need: (situation) => {
      const citation = situation.isInsurance ? ground.cdiForm : ground.grievanceCopies;
      if (situation.grievance === 'none')
        return notNeeded(
          situation.isOpen
            ? 'This application needs no grievance first.'
            : `None is logged yet; a copy goes along once it is with the ${planWord(situation)}.`,
          citation,
        );
      return helps(`It shows what the ${planWord(situation)} was asked to look at again.`, citation);
    },
  },
  {
    item: 'plan-response',
    title: 'Plan’s answer to the grievance',
    kinds: ['plan-response'],
    ways: [upload('plan-response')],
    need: (situation) => {
      const { grievance, isInsurance } = situation;
      const citation = isInsurance ? ground.cdiForm : ground.dmhcPages;
      if (grievance === 'answered' || grievance === 'answered-late')
        return helps(`It shows that the ${planWord(situation)} kept its denial, and since when.`, citation);
      if (grievance === 'silent')
        return notNeeded(
          `The ${planWord(situation)} stayed silent: proof of the day it received the grievance takes its place.`,
          citation,
        );
      return notNeeded(
        `The ${planWord(situation)} has not answered; a copy goes along once it does.`,
        citation,
      );
    },
  },
  {
    item: 'grievance-receipt',
    title: 'Proof of the day the plan received the grievance',
    kinds: ['grievance-receipt'],
    ways: [upload('grievance-receipt')],
    need: (situation) =>
      situation.grievance === 'silent' || situation.grievance === 'answered-late'
        ? helps(
            `The ${planWord(situation)} let its time pass, and this shows when that time began: an acknowledgment or a fax receipt.`,
            ground.receipt,
          )
        : notNeeded(
            `It matters only where the ${planWord(situation)} let its time to answer pass.`,
            ground.receipt,
          ),
  },
  {
    item: 'outside-records',
    title: 'Records and tests from outside the network',
    kinds: ['medical-records'],
    ways: [upload('medical-records')],
    need: (situation) =>
      helps(
        `The ${planWord(situation)} sends what its own providers have, and nobody else sends the rest.`,
        situation.isInsurance ? ground.cdiForm : ground.dmhcInstructions,
      ),
  },
  {
    item: 'bills',
    title: 'Bills and receipts',
    kinds: ['bill'],
    ways: [upload('bill')],
    need: ({ isPaymentDispute }) =>
      isPaymentDispute
        ? helps('The care was received, and these show its dates and what is owed or was paid.', ground.bills)
        : notNeeded('The dispute is not about paying for care already received.', ground.bills),
  },
  {
    item: 'membership-card',
    title: 'Copy of the membership card',
    kinds: ['membership-card'],
    ways: [upload('membership-card')],
    need: ({ isInsurance }) =>
      helps(
        `It names the ${isInsurance ? 'insurer' : 'plan'}, the number and often the regulator.`,
        isInsurance ? ground.cdiForm : ground.dmhcFormQuoted,
      ),
  },
];
