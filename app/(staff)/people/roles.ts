/** What each role may do, as it is put to whoever gives it. */
export const ROLE_CHOICES = [
  { value: 'caseworker', label: 'Caseworker', detail: 'Opens cases and records everything on them.' },
  {
    value: 'supervisor',
    label: 'Supervisor',
    detail: 'Also reviews the team, moves work, restricts cases, approves late filings and keeps the plans.',
  },
  {
    value: 'administrator',
    label: 'Administrator',
    detail: 'Also decides who comes in, the office’s settings and the rules, and reads the record.',
  },
  {
    value: 'reviewer',
    label: 'Reviewer',
    detail: 'Reads figures and dates for a funder’s audit; sees nobody’s name and changes nothing.',
  },
];
