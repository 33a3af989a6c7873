'use client';

import { createContext, useContext } from 'react';
import type { FormValues, Problem } from './form-state.ts';

export type FormContextValue = {
  idPrefix: string;
  problems: readonly Problem[];
  /** Null until a submission came back: then it wins over every default. */
  values: FormValues | null;
  echoes: Readonly<Record<string, string>>;
  /** Filled in from a draft: what was read of the record's own values says nothing about it. */
  isDraft: boolean;
};

const OUTSIDE: FormContextValue = { idPrefix: '', problems: [], values: null, echoes: {}, isDraft: false };

export const FormContext = createContext<FormContextValue>(OUTSIDE);

/** The id of a named field's input, the same wherever it is linked from. */
export function fieldId(idPrefix: string, name: string): string {
  return idPrefix ? `${idPrefix}-${name}` : name;
}

type FieldError = Omit<Problem, 'field'>;

export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  /** `true` says "optional"; a string says it in its own words, such as "if known". */
  optional?: boolean | string;
  error?: FieldError;
  echo?: string;
};

/** Joins a field to the form around it: ids, what was typed before, what is wrong, what was understood. */
export function useField({ name, hint, error, echo }: Omit<FieldProps, 'label'>) {
  const form = useContext(FormContext);
  const id = fieldId(form.idPrefix, name);
  const problem = error ?? form.problems.find((each) => each.field === name);
  const understood = form.echoes[name] ?? (form.isDraft ? undefined : echo);
  const returned = form.values?.[name];
  const describedBy = [hint && `${id}-hint`, problem ? `${id}-error` : `${id}-echo`]
    .filter(Boolean)
    .join(' ');
  return {
    id,
    error: problem,
    echo: understood,
    describedBy,
    invalid: problem ? (true as const) : undefined,
    text: (initial: string | undefined) => (Array.isArray(returned) ? returned[0] : returned) ?? initial,
    list: (initial: readonly string[]) =>
      form.values === null ? initial : returned === undefined ? [] : [returned].flat(),
    isReturned: form.values !== null,
  };
}
