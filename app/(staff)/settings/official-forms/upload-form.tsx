import { REGULATOR_LABELS } from '@/lib/labels.ts';

/** An ordinary form: a file travels with it, and no script is needed. */
export function UploadForm() {
  return (
    <form action="/api/official-forms" method="post" encType="multipart/form-data" aria-labelledby="add-form">
      <h2 id="add-form">Add or replace a form</h2>
      <fieldset className="field">
        <legend>Whose form is it?</legend>
        <div className="choices">
          {(['DMHC', 'CDI'] as const).map((regulator) => (
            <label className="choice" key={regulator}>
              <input type="radio" name="regulator" value={regulator} required />
              <b>{regulator}</b>
              <span className="hint">{REGULATOR_LABELS[regulator]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor="form-title">Its title and revision</label>
        <p className="hint" id="form-title-hint">
          As it stands on the form, such as “DMHC 20-224 (Rev. 01/20)”.
        </p>
        <input
          className="inp"
          id="form-title"
          name="title"
          required
          maxLength={300}
          autoComplete="off"
          aria-describedby="form-title-hint"
        />
      </div>
      <div className="field">
        <label htmlFor="form-file">The form as a PDF</label>
        <p className="hint" id="form-file-hint">
          At most 8 MB and 30 pages, without a password. Nobody’s data belong in it.
        </p>
        <input
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
    </form>
  );
}
