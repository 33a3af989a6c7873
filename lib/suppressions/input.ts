import { z } from 'zod';
import { recordId, requiredLine } from '../input-fields.ts';

export const liftSuppressionInput = () =>
  z.object({
    suppressionId: recordId,
    reason: requiredLine(
      'The reason',
      'Say how you know that mail arrives and is wanted again, such as “The client has emptied the mailbox.”',
    ),
  });

export type LiftSuppressionInput = z.infer<ReturnType<typeof liftSuppressionInput>>;
