'use client';

import { ActButton } from '@/components/form/act-button.tsx';
import { Notice } from '@/components/notice.tsx';
import { reopenAction } from './action.ts';

/** What was ended a moment ago, with its undo. */
export function EndedNotice({
  caseId,
  deadlineId,
  said,
  undo,
  failed,
}: {
  caseId: string;
  deadlineId: string;
  said: string;
  undo: string;
  failed: string;
}) {
  return (
    <Notice
      action={
        <ActButton action={reopenAction} fields={{ caseId, deadlineId }} label={undo} failed={failed} />
      }
    >
      {said}
    </Notice>
  );
}
