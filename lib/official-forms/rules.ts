import type { Violation } from '../errors.ts';

/** The largest form that is taken in, in bytes. */
export const LARGEST_OFFICIAL_FORM = 8 * 1024 * 1024;

export const FORM_REFUSALS = {
  'no-title': 'Type the title as it stands on the form, with its revision, and choose whose form it is.',
  'too-large': 'The form is larger than 8 MB. Save it anew from the department’s website.',
  'not-usable':
    'This is not a PDF that can be used: it is damaged, locked with a password, or longer than 30 pages. Save it anew from the department’s website.',
} as const;
export type FormRefusal = keyof typeof FORM_REFUSALS;

export const isFormRefusal = (code: string | null): code is FormRefusal =>
  code !== null && Object.hasOwn(FORM_REFUSALS, code);

export const UNKNOWN_ROW: Violation = {
  field: null,
  message: 'A field was given a row that the application does not have.',
  remedy: 'Open the page again and choose from its lists.',
};

export const REPLACED: Violation = {
  field: null,
  message: 'This form was replaced by a newer one, so it fills no packet any more.',
  remedy: 'Change the fields of the form that stands.',
};
