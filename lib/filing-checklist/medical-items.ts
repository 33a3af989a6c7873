import { ground } from './grounds.ts';
import { blocks, helps, type ItemRule, NO_ANSWER, notNeeded, upload, write } from './item-rule.ts';

/** What a doctor writes or signs. */
export const MEDICAL_ITEMS: readonly ItemRule[] = [
  {
    item: 'medical-necessity-letter',
    title: 'Letter of medical necessity',
    kinds: ['medical-necessity-letter'],
    ways: [upload('medical-necessity-letter')],
    need: ({ isMedicalNecessity, isInsurance }) => {
      const citation = isInsurance ? ground.insuranceProviderRecommends : ground.providerRecommends;
      return isMedicalNecessity
        ? helps('It says in a provider’s words why the service is needed.', citation)
        : notNeeded('The denial does not rest on medical necessity.', citation);
    },
  },
  {
    item: 'urgency-certification',
    title: 'Provider’s certification of urgency',
    kinds: ['urgency-certification'],
    isSigned: true,
    ways: [write('urgency-statement'), upload('urgency-certification')],
    need: ({ isExpedited, isInsurance, opensByUrgency }) => {
      const citation = isInsurance ? ground.insuranceUrgency : ground.urgency;
      if (!isExpedited) return notNeeded('Nothing says that this case is urgent.', citation);
      return opensByUrgency
        ? blocks(
            'Only the urgency opens the IMR already, and a provider certifies it in writing.',
            citation,
            NO_ANSWER,
          )
        : helps('Without it the application runs on the standard clock.', citation);
    },
  },
  {
    item: 'experimental-certification',
    title: 'Physician’s certification for experimental care',
    kinds: ['experimental-certification'],
    isSigned: true,
    ways: [upload('experimental-certification')],
    need: ({ isExperimental, isInsurance }) => {
      const citation = isInsurance ? ground.insuranceExperimental : ground.experimentalCertification;
      return isExperimental
        ? blocks(
            'A physician certifies that standard therapies have not worked, do not suit, or are no better.',
            citation,
            NO_ANSWER,
          )
        : notNeeded('The denial does not call the care experimental.', citation);
    },
  },
  {
    item: 'scientific-documents',
    title: 'Two scientific documents',
    kinds: ['scientific-document'],
    count: 2,
    ways: [upload('scientific-document')],
    need: ({ isExperimental, isInsurance }) => {
      const citation = isInsurance ? ground.insuranceExperimental : ground.scientificDocuments;
      return isExperimental
        ? blocks(
            `They support the request, unless a physician of the ${isInsurance ? 'insurer’s' : 'plan’s'} own network recommended the care.`,
            citation,
            ['not-needed'],
          )
        : notNeeded('The denial does not call the care experimental.', citation);
    },
  },
];
