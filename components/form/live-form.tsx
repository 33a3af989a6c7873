'use client';

import {
  type ComponentType,
  type FormEvent,
  type ReactNode,
  useActionState,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from 'react';
import { ErrorSummary } from '../error-summary.tsx';
import { Mark } from '../mark.tsx';
import { PreviewPanel } from '../preview-panel.tsx';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { FormContext, fieldId } from './form-context.ts';
import {
  type FormAction,
  type FormState,
  INTENT,
  PREVIEW_INTENT,
  type Problem,
  type RefusedPreview,
} from './form-state.ts';
import { FormNumber } from './form-ticket.tsx';
import { LockedNotice } from './locked-notice.tsx';
import { ProblemText } from './problem-text.tsx';

const PREVIEW_DELAY_MS = 350;

/** What kept a submission from being answered; null for what only looks like an error, such as a redirect. */
function failureOf(error: unknown): Problem | null {
  if (error instanceof TypeError) {
    return { field: null, message: 'The connection failed on the way.', remedy: 'Check it and save again.' };
  }
  if (!(error instanceof Error)) return null;
  // The server's words for a form that it did not take in at all.
  if (!('digest' in error)) return { field: null, message: error.message };
  const id = String(error.digest);
  if (!/^\d/.test(id)) return null;
  return {
    field: null,
    message: `Something went wrong on our side (number ${id}).`,
    remedy: 'Save again; if it stays, tell whoever runs this office’s copy the number.',
  };
}

export type LiveFormProps<P> = {
  action: FormAction<P>;
  submitLabel: string;
  children: ReactNode;
  /** Tells apart two forms on one page. */
  id?: string;
  /** The version of the record the form was opened on; sent as `version`. */
  version?: number;
  cancel?: { href: string; label: string };
  /** Draws what saving will do. Without it nothing is asked while typing. */
  Preview?: ComponentType<{ preview: P | null }>;
  /** The same in one sentence, above the button on phones. */
  PreviewSentence?: ComponentType<{ preview: P }>;
  previewTitle?: string;
  /** On the button that asks for it where there are no scripts. */
  previewLabel?: string;
  previewLegal?: ReactNode;
  isPreviewLong?: boolean;
  initialPreview?: P;
  /** Under the buttons. */
  note?: ReactNode;
  /** Over what was wrong, where nothing is saved: "Not signed in". */
  refusedTitle?: string;
  /** What stands in the form's place once it answered with something to show once. */
  done?: (shown: P) => ReactNode;
  /** On the button while it is under way. */
  busyLabel?: string;
  /** One of several small forms of a page, none of which is what the page is for. */
  isAside?: boolean;
  className?: string;
};

function isRefused(preview: unknown): preview is RefusedPreview {
  return typeof preview === 'object' && preview !== null && 'refused' in preview;
}

function previewIn<P>(state: FormState<P>): P | RefusedPreview | null {
  return state.status === 'preview' ? state.preview : null;
}

function echoesIn<P>(state: FormState<P>): Readonly<Record<string, string>> {
  return (state.status === 'preview' || state.status === 'invalid' ? state.echoes : undefined) ?? {};
}

/** Whether a text or a mark in the form differs from how the server drew it. */
const isTypedIn = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement)) return false;
    return field.type === 'checkbox' || field.type === 'radio'
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;
  });

/**
 * A form that saves through one server action and asks the same action, while the person types, what saving would do.
 * Works without JavaScript; keeps what was typed through refusals, conflicts and lost connections.
 */
export function LiveForm<P>({
  action,
  submitLabel,
  children,
  id = '',
  version,
  cancel,
  Preview,
  PreviewSentence,
  previewTitle = 'What saving will do',
  previewLabel = 'Check dates',
  previewLegal = 'General information, not legal advice.',
  isPreviewLong = false,
  initialPreview,
  note,
  isAside = false,
  refusedTitle,
  done,
  busyLabel = 'Saving…',
  className = 'rec-form',
}: LiveFormProps<P>) {
  const [posted, formAction] = useActionState<FormState<P>, FormData>(action, { status: 'idle' });
  const [sent, setSent] = useState<FormState<P> | null>(null);
  const [live, setLive] = useState<FormState<P> | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const [saves, setSaves] = useState(0);
  const [isAsking, setIsAsking] = useState(false);
  const [isSaving, startSaving] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const isDirty = useRef(false);
  const timer = useRef<number>(undefined);
  const newest = useRef(0);

  const state = sent ?? posted;
  const answer = live ?? state;
  const problems = useMemo(() => {
    if (failure) return [failure];
    if (state.status !== 'invalid') return [];
    return answer.status === 'invalid' ? answer.problems : [];
  }, [failure, state, answer]);
  const found = answer.status === 'idle' ? (initialPreview ?? null) : previewIn(answer);
  const refused = isRefused(found) ? found.refused : [];
  const preview = isRefused(found) ? null : found;
  const context = useMemo(
    () => ({
      idPrefix: id,
      problems,
      values: state.status === 'idle' || state.status === 'done' ? null : state.values,
      echoes: echoesIn(answer),
    }),
    [id, problems, state, answer],
  );

  useEffect(() => {
    if (failure || ['invalid', 'conflict', 'locked'].includes(state.status)) summary.current?.focus();
  }, [state, failure]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isDirty.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.clearTimeout(timer.current);
    };
  }, []);

  useEffect(() => {
    // Somebody may type before this script runs: that counts as typed too.
    if (form.current && isTypedIn(form.current))
      form.current.dispatchEvent(new Event('input', { bubbles: true }));
  }, []);

  const stopAsking = () => {
    window.clearTimeout(timer.current);
    newest.current += 1;
    setIsAsking(false);
  };

  const ask = async () => {
    if (!form.current) return;
    const asked = ++newest.current;
    const data = new FormData(form.current);
    for (const name of new Set(data.keys())) {
      if (data.get(name) instanceof File) data.delete(name);
    }
    data.set(INTENT, PREVIEW_INTENT);
    setIsAsking(true);
    try {
      const result = await action({ status: 'idle' }, data);
      if (asked === newest.current) setLive(result);
    } catch {
      // Saving checks everything again, so a preview that could not be worked out only disappears.
      if (asked === newest.current) setLive(null);
    }
    if (asked === newest.current) setIsAsking(false);
  };

  const onInput = () => {
    isDirty.current = true;
    if (!Preview) return;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void ask(), PREVIEW_DELAY_MS);
  };

  // Not through `action`: React empties a form after its action ends, and what was typed has to stay.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSaving) return;
    const button = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const data = new FormData(event.currentTarget, button);
    stopAsking();
    setFailure(null);
    startSaving(async () => {
      const wasDirty = isDirty.current;
      isDirty.current = false;
      try {
        const result = await action(state, data);
        isDirty.current = wasDirty && result.status !== 'idle';
        setSent(result);
        setLive(null);
      } catch (error) {
        const failed = failureOf(error);
        if (!failed) {
          setSaves((count) => count + 1);
          throw error;
        }
        isDirty.current = wasDirty;
        setFailure(failed);
      }
    });
  };

  if (state.status === 'done' && done) return done(state.shown);
  return (
    <FormContext value={context}>
      <form
        ref={form}
        className={className}
        action={formAction}
        onSubmit={onSubmit}
        onInput={onInput}
        noValidate
      >
        <FormNumber saves={saves} />
        {version === undefined ? null : (
          <input
            type="hidden"
            name="version"
            value={state.status === 'conflict' ? state.version : version}
            readOnly
          />
        )}
        {state.status === 'conflict' && !failure ? (
          <ChangedMeanwhile ref={summary} changes={state.changes} />
        ) : null}
        {state.status === 'locked' && !failure ? (
          <LockedNotice ref={summary} id={id || 'form'} state={state} />
        ) : null}
        {problems.length > 0 ? (
          <ErrorSummary
            ref={summary}
            problems={problems}
            title={failure ? 'Not saved' : refusedTitle}
            hrefOf={(name) => `#${fieldId(id, name)}`}
          />
        ) : null}
        {children}
        {PreviewSentence && preview !== null ? (
          <p className="pv-mini">
            <PreviewSentence preview={preview} />
          </p>
        ) : null}
        <div className="btns save">
          <button
            className={isAside ? 'btn' : 'btn tall go'}
            type="submit"
            aria-disabled={isSaving || undefined}
          >
            {isSaving ? busyLabel : submitLabel}
          </button>
          {Preview ? (
            <noscript>
              <button className="btn tall" type="submit" name={INTENT} value={PREVIEW_INTENT}>
                {previewLabel}
              </button>
            </noscript>
          ) : null}
          {cancel ? (
            <a className="btn tall" href={cancel.href}>
              {cancel.label}
            </a>
          ) : null}
          {note ? <p className="quiet small">{note}</p> : null}
        </div>
      </form>
      {Preview ? (
        <PreviewPanel title={previewTitle} busy={isAsking} legal={previewLegal} isLong={isPreviewLong}>
          {refused.length > 0 ? (
            <>
              <p>
                <Mark kind="late">
                  <strong>It would be refused as it is</strong>
                </Mark>
              </p>
              <ul>
                {refused.map((problem) => (
                  <li key={problem.message}>
                    <ProblemText problem={problem} />
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <Preview preview={preview} />
          )}
        </PreviewPanel>
      ) : null}
    </FormContext>
  );
}
