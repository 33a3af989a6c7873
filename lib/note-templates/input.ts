import { z } from 'zod';
import { choice, longText, optionalRecordId, recordId, requiredLine } from '../input-fields.ts';

const LONGEST_NAME = 60;

export const templateInput = () =>
  z.object({
    /** None for a new one. */
    templateId: optionalRecordId,
    kind: choice(['note', 'call'], 'Choose note or call.'),
    name: requiredLine('Name', 'Say what it is for, such as “Status call to the plan”.').refine(
      (name) => name.length <= LONGEST_NAME,
      `The name is longer than ${LONGEST_NAME} characters.`,
    ),
    body: longText('Text').refine((text) => text.length > 0, {
      message: 'The text is empty.',
      params: { remedy: 'Write what a note of this kind begins with.' },
    }),
  });

export const templateChoice = () => z.object({ templateId: recordId });

export type TemplateInput = z.infer<ReturnType<typeof templateInput>>;
export type TemplateChoice = z.infer<ReturnType<typeof templateChoice>>;
