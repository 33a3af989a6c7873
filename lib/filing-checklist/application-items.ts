import type { CaseRecord } from '../cases/case-record.ts';
import { ground } from './grounds.ts';
import { blocks, helps, type ItemRule, NO_ANSWER, record, upload, write } from './item-rule.ts';

/** What the application itself asks: recorded facts, the statement and the signature. */
export const APPLICATION_ITEMS: readonly ItemRule[] = [
  {
    item: 'plan',
    title: 'Plan and its regulator',
    kinds: [],
    ways: [record('coverage')],
    isRecorded: ({ plan: known }, { regulator }) => known !== null && regulator !== null,
    need: ({ planName, regulator, isInsurance }) => {
      if (planName === null)
        return blocks(
          'The application names the plan, and the plan decides which department it goes to.',
          ground.dmhcFormQuoted,
          NO_ANSWER,
        );
      return regulator === null
        ? helps(
            'Apply to the DMHC while the regulator is unknown: it checks the license at intake and redirects what is not its own.',
            ground.dmhcPages,
            NO_ANSWER,
          )
        : blocks(
            'It is known which department the application goes to.',
            isInsurance ? ground.insuranceNotice : ground.regulatorNotice,
            NO_ANSWER,
          );
    },
  },
  {
    item: 'member-number',
    title: 'Member number',
    kinds: [],
    ways: [record('coverage')],
    isRecorded: ({ memberNumber }) => memberNumber !== '',
    need: ({ isInsurance }) =>
      blocks(
        `The application asks for the number on the member’s card${isInsurance ? ' or policy' : ''}.`,
        isInsurance ? ground.cdiForm : ground.dmhcFormQuoted,
        ['not-needed'],
      ),
  },
  {
    item: 'client-details',
    title: 'Client’s name, birth date, address and phone',
    kinds: [],
    ways: [record('client')],
    isRecorded: ({ client }) => lackingDetails(client).length === 0,
    need: ({ isInsurance }, { client }) => {
      const lacking = lackingDetails(client);
      return blocks(
        lacking.length > 0
          ? `The application asks for the client’s ${lacking.join(' and ')} too.`
          : 'The application asks who the patient is and where to reach them.',
        isInsurance ? ground.cdiForm : ground.dmhcForm,
        NO_ANSWER,
      );
    },
  },
  {
    item: 'dispute-statement',
    title: 'Statement of the dispute',
    kinds: ['dispute-statement'],
    ways: [write('dispute-statement'), upload('dispute-statement')],
    need: ({ isInsurance }) =>
      blocks(
        'The application asks what happened and why the service is needed.',
        isInsurance ? ground.cdiForm : ground.dmhcFormQuoted,
        ['done'],
      ),
  },
  {
    item: 'release-signature',
    title: 'Client’s signature on the application and release',
    kinds: [],
    ways: [],
    need: ({ isInsurance, isMinor, representative }) => {
      const signer = isMinor
        ? 'A parent or guardian'
        : representative?.authority
          ? representative.name
          : 'The client';
      return blocks(
        isInsurance
          ? `${signer} consents in writing to the review and to the release of records.`
          : `${signer} signs what goes by mail or fax; the department’s website takes the release itself.`,
        isInsurance ? ground.cdiConsent : ground.dmhcSignature,
      );
    },
  },
];

function lackingDetails({ birthOn, address, phone }: CaseRecord['client']): string[] {
  return [birthOn ? '' : 'birth date', address ? '' : 'address', phone ? '' : 'phone'].filter(
    (each) => each !== '',
  );
}
