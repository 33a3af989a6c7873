type BuiltIn = {
  readonly key: string;
  readonly kind: 'note' | 'call';
  readonly name: string;
  readonly body: string;
};

const builtIn: readonly BuiltIn[] = [
  {
    key: 'plan-status',
    kind: 'call',
    name: 'Status call to the plan',
    body: 'Asked where it stands.\nThe plan has it since: \nWho decides it: \nAnswer promised by: \nWhat they still need: ',
  },
  {
    key: 'client-next',
    kind: 'call',
    name: 'Told the client what comes next',
    body: 'What happened: \nWhat we do next: \nWhat we need from them, and by when: \nThey said it back in their own words: ',
  },
  {
    key: 'voicemail',
    kind: 'call',
    name: 'Left a voicemail',
    body: 'Left our number and hours. Said no name and no topic.\nWe call again on: ',
  },
  {
    key: 'provider-records',
    kind: 'call',
    name: 'Asked a provider for records',
    body: 'Asked for: \nFrom and through: \nThey send it by: \nPromised for: ',
  },
  {
    key: 'department',
    kind: 'call',
    name: 'Call to the department',
    body: 'Asked about: \nThey said: \nNext step on their side, and by when: ',
  },
  {
    key: 'handoff',
    kind: 'note',
    name: 'Handing the case over',
    body: 'Where it stands: \nPromised to the client: \nPromised to us: \nNext step: \nWatch out for: ',
  },
];

/** Texts that notes and calls start from. */
export const noteTemplates = {
  builtIn,
  title: 'Texts for notes',
  lead: 'Notes and calls can start from a text. The office’s own come first; those below them come with Recourse.',
  own: 'The office’s own',
  brought: 'Come with Recourse',
  none: 'The office has none of its own yet.',
  kinds: { note: 'Note', call: 'Call' },
  kind: 'For a',
  name: 'Name',
  nameHint: 'What it is for, such as “Status call to the plan”.',
  body: 'Text',
  bodyHint: 'What a note of this kind begins with. Leave blanks where something is to be filled in.',
  add: 'Add the text',
  addTitle: 'Add a text',
  change: 'Change',
  changeText: (name: string) => `Change “${name}”`,
  changeTitle: 'Change a text',
  save: 'Save',
  back: 'Back to the texts',
  settings: 'Back to settings',
  retire: 'Retire',
  retireText: (name: string) => `Retire “${name}”`,
  retired: (name: string) => `Retired “${name}”.`,
  saved: 'Saved.',
  undo: 'Undo',
  nameTaken: (name: string) => `There is a text called “${name}” already.`,
  nameTakenRemedy: 'Give this one another name, or change that one.',
  gone: 'This text is not there any more: somebody else changed it.',
  goneRemedy: 'Go back to the texts as they are now.',
  unchanged: 'Nothing was changed, so nothing was saved.',
  unchangedRemedy: 'Change a word, or go back to the texts.',
};
