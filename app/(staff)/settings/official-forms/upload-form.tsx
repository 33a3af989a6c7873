import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { FormSection } from '@/components/form-section.tsx';
import { REGULATOR_LABELS } from '@/lib/labels.ts';

/** An ordinary form: a file travels with it, and no script is needed. */
export function UploadForm() {
  return (
    <form action="/api/official-forms" method="post" encType="multipart/form-data">
      <FormSection title="Add or replace a form">
        <ChoiceField
          name="regulator"
          label="Whose form is it?"
          choices={(['DMHC', 'CDI'] as const).map((value) => ({
            value,
            label: value,
            detail: REGULATOR_LABELS[value],
          }))}
        />
        <TextField
          name="title"
          label="Its title and revision"
          hint="As it stands on the form, such as “DMHC 20-224 (Rev. 01/20)”."
          autoComplete="off"
          required
        />
        <div className="field">
          <label htmlFor="form-file">The form as a PDF</label>
          <p className="hint" id="form-file-hint">
            At most 8 MB and 30 pages, without a password. Nobody’s data belong in it.
          </p>
          <input
            className="input"
            id="form-file"
            type="file"
            name="file"
            accept="application/pdf,.pdf"
            required
            aria-describedby="form-file-hint"
          />
        </div>
        <div className="btns save">
          <button className="btn tall go" type="submit">
            Add the form
          </button>
        </div>
      </FormSection>
    </form>
  );
}
