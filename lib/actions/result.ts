import type { Refusal, Violation } from '../errors.ts';

/** What a person typed, by input name, so that a refused form comes back as it was. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;

/** What a form shows after it was sent. `idle` is the form as it was first drawn. */
export type FormState<Preview = unknown> =
  | { readonly status: 'idle' }
  | { readonly status: 'invalid'; readonly problems: readonly Violation[]; readonly values: TypedValues }
  | {
      readonly status: 'conflict';
      readonly changes: readonly { readonly who: string; readonly when: string; readonly what: string }[];
      readonly version: number;
      readonly values: TypedValues;
    }
  | {
      readonly status: 'preview';
      readonly preview: Preview | null;
      readonly problems: readonly Violation[];
      readonly values: TypedValues;
    };

/** The form's answer to a refused command. */
export function stateOfRefusal(
  refusal: Refusal,
  values: TypedValues,
  formatWhen: (at: Date) => string,
): FormState<never> {
  switch (refusal.because) {
    case 'violations':
      return { status: 'invalid', problems: refusal.violations, values };
    case 'conflict':
      return {
        status: 'conflict',
        version: refusal.version,
        changes: refusal.changes.map(({ who, at, what }) => ({ who, when: formatWhen(at), what })),
        values,
      };
    case 'not-found':
      return {
        status: 'invalid',
        problems: [
          {
            field: null,
            message: 'This case is not among your office’s cases.',
            remedy: 'Go back to the list of cases and open it again; what you typed is still here to copy.',
          },
        ],
        values,
      };
  }
}
