import type { Ref } from 'react';
import { ErrorSummary } from '../error-summary.tsx';
import { Notice } from '../notice.tsx';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import type { DraftWords } from './draft-context.tsx';
import type { Failure } from './failure-of.ts';
import { fieldId } from './form-context.ts';
import type { FormState, Problem } from './form-state.ts';
import { LockedNotice } from './locked-notice.tsx';

/** Over the fields: why the form was not saved, and what helps. */
export function FormAnswer({
  ref,
  id,
  state,
  failure,
  problems,
  isReconnected,
  refusedTitle,
  words,
}: {
  ref: Ref<HTMLDivElement>;
  id: string;
  state: FormState<unknown>;
  failure: Failure | null;
  problems: readonly Problem[];
  /** The connection that broke off is back. */
  isReconnected: boolean;
  refusedTitle: string | undefined;
  words: DraftWords | undefined;
}) {
  if (isReconnected) return <Notice>{words?.reconnected}</Notice>;
  if (!failure && state.status === 'conflict') return <ChangedMeanwhile ref={ref} changes={state.changes} />;
  if (!failure && state.status === 'locked')
    return <LockedNotice ref={ref} id={id || 'form'} state={state} />;
  if (problems.length === 0) return null;
  const cutOff = failure?.isCutOff ? words?.cutOffTitle : undefined;
  return (
    <ErrorSummary
      ref={ref}
      problems={problems}
      title={failure ? (cutOff ?? 'Not saved') : refusedTitle}
      hrefOf={(name) => `#${fieldId(id, name)}`}
    />
  );
}
