/** What a person typed, by input name; repeated names keep every value. */
export type FormValues = Record<string, string | string[]>;

/** One thing that is wrong: what, the rule with its citation, and what can be done now. */
export type Problem = {
  readonly field: string | null;
  readonly message: string;
  readonly rule?: string;
  readonly remedy?: string;
};

/** One change another person made to the same record in the meantime. */
export type Change = { who: string; when: string; what: string };

/** In the place of a preview: why saving would be refused as things stand. */
export type RefusedPreview = { readonly refused: Problem[] };

/** What a form action returns. `P` is the preview: plain data that survives the way from server to browser. */
export type FormState<P = never> =
  | { status: 'idle' }
  | {
      status: 'invalid';
      problems: Problem[];
      values: FormValues;
      echoes?: Record<string, string>;
    }
  | { status: 'conflict'; changes: Change[]; version: number; values: FormValues }
  | {
      status: 'preview';
      preview: P | RefusedPreview | null;
      values: FormValues;
      echoes?: Record<string, string>;
    }
  | {
      status: 'locked';
      because: 'locked' | 'signed-out' | 'confirm';
      ask?: 'code' | 'password' | 'provider';
      problem?: Problem | null;
      values: FormValues;
    }
  /** Done, with what is shown once: such as recovery codes. */
  | { status: 'done'; shown: P };

export type FormAction<P = never> = (state: FormState<P>, data: FormData) => Promise<FormState<P>>;

/** The name and value of the submit button that asks what saving would do, and saves nothing. */
export const INTENT = 'intent';
export const PREVIEW_INTENT = 'preview';
