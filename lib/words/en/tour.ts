/** Five minutes through the demo office, one thing at each stop. */
export const tour = {
  title: 'Five minutes through Recourse',
  lead: 'Everybody here is invented, so try everything. Each stop opens in place; come back with your browser’s Back.',
  start: 'Take the tour',
  open: 'Open',
  openLabel: (title: string) => `Open: ${title}`,
  stops: {
    today: {
      title: 'Start with Today',
      text: 'Every line is one clock as a sentence, with the one thing to do about it. What is overdue stands first; what others owe stands apart.',
    },
    rail: {
      title: 'Read a case in five seconds',
      text: 'Rosario’s plan answered late. The rail is drawn to scale: the plan’s time above the line, hers below it, with today’s mark and the last safe day.',
    },
    proof: {
      title: 'Ask a date why',
      text: 'Any date on any page opens its proof: what started it, each step of the count, the law with how sure we are of it, and the other readings.',
    },
    decision: {
      title: 'Record a letter',
      text: 'Nadia’s plan has answered, say. Type a date such as “yesterday” and choose what the plan said: beside the form stands what it will change, before you save.',
    },
    urgent: {
      title: 'See what cannot wait',
      text: 'Duc’s case is urgent: the plan has three days, and he need not wait for them. The header says so, and how he may safely be reached.',
    },
    papers: {
      title: 'See what is still missing',
      text: 'The checklist says what Rosario’s application takes, why, and how to get it. The packet puts it in order and fills in the form.',
    },
    handover: {
      title: 'Hand a case over',
      text: 'The brief is one page: the story, the clocks with their reasons, what was promised, what is missing. The client card beside it is for Rosario.',
    },
    find: {
      title: 'Find anything',
      text: 'Press / and type three letters of a name, a number or a word of a note; misspelled is fine. Ctrl K, or Cmd K, opens every action; ? lists all keys.',
    },
    team: {
      title: 'Look after the team',
      text: 'Who is about to miss what, who has too much, and which cases nobody has. Move them with a trial run first.',
    },
  },
};
