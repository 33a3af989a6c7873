import type { Refusal, Violation } from '../errors.ts';

/** What a person typed, by input name, so that a refused form comes back as it was. */
export type TypedValues = Record<string, string | string[]>;

/** How each date that was typed has been read, in full: "Friday, June 5, 2026". */
export type Echoes = Record<string, string>;

/** Why saving would be refused, shown in the place of a preview. */
export type RefusedPreview = { readonly refused: Violation[] };

/** What a form shows after it was sent. `idle` is the form as it was first drawn. */
export type FormState<Preview = never> =
  | { status: 'idle' }
  | { status: 'invalid'; problems: Violation[]; values: TypedValues; echoes?: Echoes }
  | {
      status: 'conflict';
      changes: { who: string; when: string; what: string }[];
      version: number;
      values: TypedValues;
    }
  | { status: 'preview'; preview: Preview | RefusedPreview | null; values: TypedValues; echoes?: Echoes }
  /** Not looked at before the person shows again that it is them. */
  | {
      status: 'locked';
      because: 'locked' | 'signed-out' | 'confirm';
      /** What to bring with the form, where that is enough. */
      ask?: 'code' | 'password' | 'provider';
      problem?: Violation | null;
      values: TypedValues;
    }
  | { status: 'done'; shown: Preview };

const NOT_FOUND: Violation = {
  field: null,
  message: 'This is not among your office’s cases.',
  remedy: 'Go back to the list of cases and open it again; what you typed is still here to copy.',
};

/** The form's answer to a refused command. */
export function stateOfRefusal(
  refusal: Refusal,
  values: TypedValues,
  formatWhen: (at: Date) => string,
): FormState<never> {
  switch (refusal.because) {
    case 'violations':
      return { status: 'invalid', problems: [...refusal.violations], values };
    case 'conflict':
      return {
        status: 'conflict',
        version: refusal.version,
        changes: refusal.changes.map(({ who, at, what }) => ({ who, when: formatWhen(at), what })),
        values,
      };
    case 'not-found':
      return { status: 'invalid', problems: [NOT_FOUND], values };
  }
}
