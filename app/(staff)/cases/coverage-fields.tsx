'use client';

import { Signpost } from 'lucide-react';
import { useState } from 'react';
import { Field } from '@/components/fields/field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { FollowUp } from '@/components/form/follow-up.tsx';
import { useField } from '@/components/form/form-context.ts';
import type { CoverageValues, LineChoice } from '@/lib/cases/form-queries.ts';
import { regulatorRoute } from '@/lib/cases/regulator-route.ts';

const PAYERS = [
  { value: 'medi-cal', label: 'Medi-Cal' },
  { value: 'medicare', label: 'Medicare' },
];

/** The plan's line, where a dispute with it goes and why, and who covers the service where two programs do. */
export function CoverageFields({ lines, values }: { lines: readonly LineChoice[]; values?: CoverageValues }) {
  const field = useField({ name: 'planLineId' });
  const [chosenId, setChosenId] = useState(field.text(values?.planLineId) ?? '');
  const plans = [...new Set(lines.map(({ planName }) => planName))];
  return (
    <>
      <FollowUp
        question={
          <>
            <Field field={field} label="Health plan and line">
              <select
                className="select"
                id={field.id}
                name="planLineId"
                defaultValue={field.text(values?.planLineId)}
                onChange={(event) => setChosenId(event.currentTarget.value)}
                aria-invalid={field.invalid}
                aria-describedby={field.describedBy}
              >
                <option value="">Not known yet</option>
                {plans.map((plan) => (
                  <optgroup key={plan} label={plan}>
                    {lines
                      .filter(({ planName }) => planName === plan)
                      .map(({ id, name, program }) => (
                        <option
                          key={id}
                          value={id}
                          data-program={program}
                          data-raises={program === 'medicare-medi-cal' || undefined}
                        >{`${plan}: ${name}`}</option>
                      ))}
                  </optgroup>
                ))}
              </select>
            </Field>
            <Route line={lines.find(({ id }) => id === chosenId) ?? null} />
          </>
        }
      >
        <SelectField
          name="serviceCoveredBy"
          label="Who covers this service?"
          options={PAYERS}
          empty="Not known: read as Medi-Cal"
          defaultValue={values?.serviceCoveredBy}
        />
      </FollowUp>
      <TextField
        name="memberNumber"
        label="Member number"
        optional
        defaultValue={values?.memberNumber}
        autoComplete="off"
        short
      />
    </>
  );
}

function Route({ line }: { line: LineChoice | null }) {
  const { who, because, note } = regulatorRoute(line);
  return (
    <div className="route" aria-live="polite">
      <p>
        <Signpost className="i" size={18} aria-hidden="true" />
      </p>
      <div>
        <p>
          <strong>{who}</strong>, {because}
        </p>
        <p className="quiet">{note}</p>
      </div>
    </div>
  );
}
