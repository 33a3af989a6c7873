import type { FormValues } from './form-state.ts';

/** Whether a text or a mark in the form differs from how the server drew it. */
export const isTypedIn = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement)) return false;
    return field.type === 'checkbox' || field.type === 'radio'
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;
  });

/**
 * What a person typed or chose in a form: no file, no password, and of what the page itself put there only the version
 * it was opened on.
 */
export function typedIn(form: HTMLFormElement): FormValues {
  const values: FormValues = {};
  for (const [name, value] of new FormData(form)) {
    const field = form.elements.namedItem(name);
    const type = field instanceof HTMLInputElement ? field.type : '';
    if (typeof value !== 'string' || type === 'password' || (type === 'hidden' && name !== 'version'))
      continue;
    const former = values[name];
    values[name] = former === undefined ? value : [former, value].flat();
  }
  return values;
}
