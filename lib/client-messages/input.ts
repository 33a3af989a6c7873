import { z } from 'zod';
import { CLIENT_MESSAGES } from '../db/vocabulary.ts';
import { caseForm, choice } from '../input-fields.ts';

export const messageKind = choice(CLIENT_MESSAGES, 'Choose what the message says.');

export const messageInput = () => z.object({ ...caseForm, kind: messageKind });

export type MessageInput = z.infer<ReturnType<typeof messageInput>>;
