'use client';

import type { ReactNode } from 'react';
import { Disclosure } from '@/components/disclosure.tsx';
import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { FormSection } from '@/components/form-section.tsx';
import type { FormCase } from '@/lib/cases/case-form.ts';
import type { PacketValues } from '@/lib/packets/form-queries.ts';
import { packetAction } from './action.ts';
import { ExhibitPicker } from './exhibit-picker.tsx';
import { StatementList } from './statement-list.tsx';

type Props = {
  of: FormCase;
  values: PacketValues;
  isAgain: boolean;
  /** What the checklist misses. */
  children: ReactNode;
};

/** What goes into the packet, in the order in which it will lie there. */
export function PacketForm({ of, values, isAgain, children }: Props) {
  const { missing, exhibits, checkingCount, statements } = values;
  return (
    <LiveForm
      action={packetAction}
      submitLabel={isAgain ? 'Assemble a new packet' : 'Assemble packet'}
      busyLabel="Asking for it…"
      version={of.version}
      note="It takes a minute at most. What goes in is fixed now; later changes need a new packet."
    >
      <input type="hidden" name="caseId" value={of.id} />
      <FormSection
        title="What is missing"
        detail={missing.length > 0 ? 'It can be assembled all the same.' : undefined}
      >
        {children}
      </FormSection>
      <FormSection title="Where it goes">
        {values.regulator ? null : (
          <ChoiceField
            name="regulator"
            label="Which department?"
            hint="The plan’s line does not say. The DMHC checks the license when an application comes in."
            choices={DEPARTMENTS}
            isStacked
          />
        )}
        <ChoiceField
          name="channel"
          label="By fax or by mail?"
          defaultValue="fax"
          isStacked
          choices={(['fax', 'mail'] as const).map((channel) => ({
            value: channel,
            label: channel === 'fax' ? 'Fax' : 'Mail',
            detail: values.destinations
              .filter((each) => each.channel === channel)
              .map(({ regulator, at }) => `${regulator}: ${at.lines.join(', ')} (${SOURCES[at.checked]})`)
              .join('; '),
          }))}
        />
      </FormSection>
      <FormSection title="Statements">
        <StatementList caseId={of.id} statements={statements} />
      </FormSection>
      <FormSection title="Application">
        <Application values={values} />
      </FormSection>
      <FormSection
        title="Exhibits"
        detail={
          checkingCount > 0
            ? `${checkingCount === 1 ? 'One document is' : `${checkingCount} documents are`} still being looked at and not in this list.`
            : undefined
        }
      >
        <ExhibitPicker caseId={of.id} exhibits={exhibits} />
      </FormSection>
    </LiveForm>
  );
}

const DEPARTMENTS = [
  { value: 'DMHC', label: 'DMHC', detail: 'Department of Managed Health Care' },
  { value: 'CDI', label: 'CDI', detail: 'California Department of Insurance' },
];

const SOURCES = {
  agency: 'as the department gives it',
  quoted: 'quoted by others: check it before sending',
  unchecked: 'not yet checked: ask the department first',
} as const;

function Application({ values: { blankRows, uncheckedCount, formTitle } }: Pick<Props, 'values'>) {
  return (
    <>
      <p>
        {formTitle
          ? `The department’s own form, “${formTitle}”, is filled from the case and comes first; the data follow it.`
          : 'The data of the case come in the order of the department’s form, to be compared with its current one.'}
      </p>
      {uncheckedCount > 0 ? (
        <p className="quiet small">
          {uncheckedCount} of its rows are marked: check them against the current form.
        </p>
      ) : null}
      {blankRows.length > 0 ? (
        <Disclosure
          summary={`${blankRows.length === 1 ? 'One row stays' : `${blankRows.length} rows stay`} blank, to be filled in by hand`}
        >
          <ul className="plain-list">
            {blankRows.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}
