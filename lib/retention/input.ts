import { z } from 'zod';
import { longText, recordId } from '../input-fields.ts';

const statedReason = (message: string, rule: string) =>
  longText('Reason').refine((text) => text.length > 0, { message, params: { rule } });

export const holdInput = () =>
  z.object({
    caseId: recordId,
    reason: statedReason(
      'Say why the case has to be kept.',
      'A hold keeps a record past its time, so whoever releases it has to know what it is for.',
    ),
  });

export const holdReleaseInput = () =>
  z.object({
    caseId: recordId,
    reason: statedReason(
      'Say why the case need not be kept any longer.',
      'A record under hold is wanted by somebody, such as a court; its release stays in the history.',
    ),
  });

export const erasureProposalInput = () => z.object({ caseId: recordId, reason: longText('Note') });

export const erasureInput = () => z.object({ caseId: recordId });

export type HoldInput = z.infer<ReturnType<typeof holdInput>>;
export type ErasureProposalInput = z.infer<ReturnType<typeof erasureProposalInput>>;
export type ErasureInput = z.infer<ReturnType<typeof erasureInput>>;
