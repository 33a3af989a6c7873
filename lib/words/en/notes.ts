/** Notes and calls, and who is told of them. */
export const notes = {
  nobodyCalled: (typed: string) => `Nobody who works here is called “${typed}”, so nobody would be told.`,
  nobodyRemedy: 'Type the name as it stands in People, or put a space behind the @.',
  manyCalled: (typed: string, names: string) => `“@${typed}” could be more than one colleague: ${names}.`,
  manyRemedy: 'Type the whole name.',
  mayNotKnow: (name: string) => `This case is restricted, and ${name} is not named on it.`,
  mayNotKnowRemedy: 'Leave out the @, or have them named on the case first.',
};
