import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFCheckBox, PDFDocument, PDFDropdown, PDFTextField } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';

const FONT = '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf';
const YES = /^(yes|true|x|on)\b/i;

/** The form with its fields filled and then made part of its pages, so that nothing in it can be changed or run. */
export async function fillOfficialForm(
  form: Buffer,
  values: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const document = await PDFDocument.load(form, { updateMetadata: false });
  document.registerFontkit(fontkit as never);
  const font = await document.embedFont(await readFile(createRequire(import.meta.url).resolve(FONT)), {
    subset: true,
  });
  const fields = document.getForm();
  for (const field of fields.getFields()) {
    const value = values[field.getName()];
    if (value === undefined) continue;
    if (field instanceof PDFTextField) {
      field.setMaxLength(undefined);
      field.setText(value);
      field.updateAppearances(font);
    } else if (field instanceof PDFCheckBox) {
      if (YES.test(value)) field.check();
    } else if (field instanceof PDFDropdown && field.getOptions().includes(value)) {
      field.select(value);
      field.updateAppearances(font);
    }
  }
  fields.flatten({ updateFieldAppearances: false });
  return Buffer.from(await document.save({ updateFieldAppearances: false, useObjectStreams: false }));
}
