'use client';

import { SegmentedField } from '@/components/fields/segmented-field.tsx';
import { FollowUp } from '@/components/form/follow-up.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { LineChoice } from '@/lib/cases/form-queries.ts';
import { ConsentFields, ContactFields, NameFields, RepresentativeFields } from '../client-fields.tsx';
import { CoverageFields } from '../coverage-fields.tsx';
import { DenialDateFields, DenialReasonFields, ServicesEndField } from '../denial-fields.tsx';
import { GrievanceFields } from '../grievance-fields.tsx';
import { openCaseAction } from './action.ts';
import type { DuplicateWords } from './duplicate-list.tsx';
import { PossibleDuplicates } from './possible-duplicates.tsx';
import { IntakePreview, IntakeSentence } from './preview.tsx';
import { IntakeStep, IntakeSteps } from './steps.tsx';

const DANGER = [
  { value: 'on', label: 'Yes, urgent' },
  { value: '', label: 'No' },
];
const FILED = [
  { value: 'yes', label: 'Yes', raises: true },
  { value: 'no', label: 'Not yet' },
];

/** Intake in order of legal urgency, with the deadlines so far beside it. */
export function IntakeForm({
  lines,
  intakeId,
  duplicateWords,
}: {
  lines: readonly LineChoice[];
  intakeId: string;
  duplicateWords: DuplicateWords;
}) {
  return (
    <LiveForm
      action={openCaseAction}
      submitLabel="Open the case"
      cancel={{ href: '/cases', label: 'Back to cases' }}
      Preview={IntakePreview}
      PreviewSentence={IntakeSentence}
      previewTitle="Deadlines so far"
      previewLegal="Counted from the letter’s own date until a decision on a grievance exists. General information, not legal advice."
      className="in-form"
    >
      <input type="hidden" name="intakeId" value={intakeId} />
      <IntakeSteps>
        <IntakeStep title="Is anyone in danger now?" needs={['urgent']}>
          <SegmentedField
            name="urgent"
            label="Severe pain, or a risk to life, limb or a major body function, if this takes 30 days?"
            hint="If so, the plan has 3 days instead of 30, and an IMR can be asked for at once when it is certified."
            choices={DANGER}
          />
        </IntakeStep>
        <IntakeStep title="Plan and card" needs={['planLineId']}>
          <CoverageFields lines={lines} />
        </IntakeStep>
        <IntakeStep
          title="Letters and dates"
          needs={['denialLetterOn', 'denialReceivedOn', 'grievanceFiled']}
        >
          <DenialDateFields prefix="denial" />
          <div className="for-medi-cal">
            <ServicesEndField prefix="denial" />
          </div>
          <FollowUp
            question={
              <SegmentedField
                name="grievanceFiled"
                label="Has a grievance been filed with the plan?"
                choices={FILED}
              />
            }
          >
            <GrievanceFields prefix="grievance" />
          </FollowUp>
        </IntakeStep>
        <IntakeStep title="What was denied, and why" needs={['denialService', 'denialBases']}>
          <DenialReasonFields prefix="denial" />
        </IntakeStep>
        <IntakeStep title="Contact and safe contact" needs={['name', 'phone']}>
          <NameFields hint={<PossibleDuplicates words={duplicateWords} />} />
          <ContactFields />
        </IntakeStep>
        <IntakeStep
          title="Consent and representative"
          detail="The department speaks with us about the case once the client signs the Authorized Assistant form."
          needs={['email', 'emailConsentOn']}
        >
          <ConsentFields />
          <RepresentativeFields />
        </IntakeStep>
      </IntakeSteps>
    </LiveForm>
  );
}
