import { z } from 'zod';
import { CLIENT_MESSAGES } from '../db/vocabulary.ts';
import { caseForm, choice, line, recordId } from '../input-fields.ts';

export const messageKind = choice(CLIENT_MESSAGES, 'Choose what the message says.');

export const messageInput = () => z.object({ ...caseForm, kind: messageKind });

export type MessageInput = z.infer<ReturnType<typeof messageInput>>;

const MOST_AT_ONCE = 50;

export const bulkMessageInput = () =>
  z.object({
    caseIds: z
      .union([z.array(recordId), recordId.transform((id) => [id])], 'Choose at least one case.')
      .refine((ids) => ids.length <= MOST_AT_ONCE, `Message at most ${MOST_AT_ONCE} clients at once.`),
    kind: messageKind,
    from: line('Page'),
  });

export type BulkMessageInput = z.infer<ReturnType<typeof bulkMessageInput>>;

export const messageWithdrawalInput = () => z.object({ ...caseForm, messageId: recordId });

export type MessageWithdrawalInput = z.infer<ReturnType<typeof messageWithdrawalInput>>;
