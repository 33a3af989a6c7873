'use client';

import {
  type ComponentType,
  type FormEvent,
  Fragment,
  type ReactNode,
  useActionState,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from 'react';
import { PreviewPanel } from '../preview-panel.tsx';
import type { DraftKeeping } from './draft-context.tsx';
import { DraftNotice, DraftState } from './draft-notice.tsx';
import { type Failure, failureOf } from './failure-of.ts';
import { FormAnswer } from './form-answer.tsx';
import { FormContext } from './form-context.ts';
import {
  type FormAction,
  type FormState,
  type FormValues,
  INTENT,
  PREVIEW_INTENT,
  type RefusedPreview as Refused,
} from './form-state.ts';
import { FormNumber } from './form-ticket.tsx';
import { RefusedPreview } from './refused-preview.tsx';
import { isTypedIn, typedIn } from './typed-in.ts';
import { useDraft } from './use-draft.ts';

const PREVIEW_DELAY_MS = 350;

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

/** A form whose draft was typed on an older version opens as if saving it had found that out. */
function openedOn(restored: NonNullable<DraftKeeping['restored']> | null): FormState<never> {
  if (!restored?.changes || restored.version === null) return { status: 'idle' };
  const { values, changes, version } = restored;
  return { status: 'conflict', changes: [...changes], version, values };
}

function isRefused(preview: unknown): preview is Refused {
  return typeof preview === 'object' && preview !== null && 'refused' in preview;
}

function previewIn<P>(state: FormState<P>): P | Refused | null {
  return state.status === 'preview' ? state.preview : null;
}

function echoesIn<P>(state: FormState<P>): Readonly<Record<string, string>> {
  return (state.status === 'preview' || state.status === 'invalid' ? state.echoes : undefined) ?? {};
}

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
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(form, !isAside && id === '');
  const restored = draft.keeping?.restored ?? null;
  const [opened] = useState<FormState<P>>(() => openedOn(restored));
  const [posted, formAction] = useActionState<FormState<P>, FormData>(action, opened);
  const [sent, setSent] = useState<FormState<P> | null>(null);
  const [live, setLive] = useState<FormState<P> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saves, setSaves] = useState(0);
  const [filled, setFilled] = useState<FormValues | null>(restored?.values ?? null);
  const [fillings, setFillings] = useState(0);
  const [discarded, setDiscarded] = useState<FormValues | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [isSaving, startSaving] = useTransition();
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
      values: state.status === 'idle' || state.status === 'done' ? filled : state.values,
      echoes: echoesIn(answer),
      isDraft: filled !== null,
    }),
    [id, problems, state, answer, filled],
  );

  useEffect(() => {
    if (failure || ['invalid', 'conflict', 'locked'].includes(state.status)) summary.current?.focus();
  }, [state, failure]);

  const { flush } = draft;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      // What is kept on the server can be left without being asked.
      if (isDirty.current && !flush()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.clearTimeout(timer.current);
    };
  }, [flush]);

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

  const askSoon = () => {
    if (!Preview) return;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void ask(), PREVIEW_DELAY_MS);
  };

  const onInput = () => {
    isDirty.current = true;
    setDiscarded(null);
    draft.touch();
    askSoon();
  };

  // What a draft filled in has no preview yet; discarding it, and taking that back, change what is there as well.
  const asksFirst = useRef(askSoon);
  useEffect(() => {
    if (restored || fillings > 0) asksFirst.current();
  }, [restored, fillings]);

  const fill = async (values: FormValues | null) => {
    const typed = form.current && typedIn(form.current);
    stopAsking();
    if (!(await draft.replace(values))) return;
    isDirty.current = values !== null;
    setDiscarded(values === null ? typed : null);
    setFilled(values);
    setSent({ status: 'idle' });
    setLive(null);
    setFailure(null);
    setFillings((count) => count + 1);
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
        if (result.status === 'done') draft.settle();
        setSent(result);
        setLive(null);
      } catch (error) {
        const failed = failureOf(error);
        if (!failed) {
          draft.settle();
          setSaves((count) => count + 1);
          throw error;
        }
        isDirty.current = wasDirty;
        const words = failed.isCutOff && draft.keeping?.words;
        // Keeping it is tried again and again, so it is known when the connection is back.
        draft.touch();
        setFailure(words ? { ...failed, message: words.cutOff, remedy: words.cutOffRemedy } : failed);
      }
    });
  };

  const words = draft.keeping?.words;
  const isReconnected = failure?.isCutOff === true && draft.status.kind === 'kept';
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
        {draft.keeping ? (
          <>
            <input type="hidden" name="draftPath" value={draft.keeping.path} readOnly />
            <input type="hidden" name="draftId" value={draft.draftId} readOnly />
          </>
        ) : null}
        {version === undefined ? null : (
          <input
            type="hidden"
            name="version"
            value={state.status === 'conflict' ? state.version : String(filled?.['version'] ?? version)}
            readOnly
          />
        )}
        {words && restored && (discarded || (filled && (state === opened || state.status === 'idle'))) ? (
          <DraftNotice
            words={words}
            keptAt={restored.keptAt}
            isDiscarded={discarded !== null}
            onDiscard={() => void fill(null)}
            onUndo={() => void fill(discarded)}
          />
        ) : null}
        <FormAnswer
          ref={summary}
          id={id}
          state={state}
          failure={failure}
          problems={problems}
          isReconnected={isReconnected}
          refusedTitle={refusedTitle}
          words={words}
        />
        <Fragment key={fillings}>{children}</Fragment>
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
          {words ? <DraftState words={words} status={draft.status} /> : null}
          {note ? <p className="quiet small">{note}</p> : null}
        </div>
      </form>
      {Preview ? (
        <PreviewPanel title={previewTitle} busy={isAsking} legal={previewLegal} isLong={isPreviewLong}>
          {refused.length > 0 ? <RefusedPreview problems={refused} /> : <Preview preview={preview} />}
        </PreviewPanel>
      ) : null}
    </FormContext>
  );
}
