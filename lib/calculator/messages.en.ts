import { dayOfMonth, daysInMonth, type LocalDate, monthOf, yearOf } from '../calendar/local-date.ts';
import { law } from '../deadlines/citations.ts';
import { englishCountWords } from '../deadlines/count-words.ts';
import { disagreements } from '../deadlines/disagreements.ts';
import type { OwnLimitRule, PlannedStep } from '../deadlines/planned-steps.ts';
import { englishDates as dates } from './dates.ts';
import type { Headline, Voice, Words } from './words.ts';

const plan = ({ isInsurer }: Voice) => (isInsurer ? 'insurer' : 'plan');
const grievance = ({ isAppeal }: Voice) => (isAppeal ? 'appeal' : 'grievance');
const department = ({ isInsurer }: Voice) => (isInsurer ? 'the Department of Insurance' : 'the Help Center');
const numbers: Readonly<Record<number, string>> = { 3: 'three', 4: 'four', 5: 'five', 6: 'six', 7: 'seven' };
const inWords = (count: number) => numbers[count] ?? String(count);
const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const listed = (items: readonly string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

export const english: Words = {
  language: 'en',
  dates,

  page: {
    calculator: 'Deadline calculator',
    signIn: 'Sign in',
    language: 'Language',
    title: 'When does your time run out?',
    lead: 'For health-plan denials in California. Say what happened and when; leave out what you do not know. You get each date, why it is that date, and what to do.',
    legal: 'General information about California law, not legal advice. Nothing you type is stored.',
    everyDate: 'Every date, and why',
    everyDateLead: 'Open a date to see how it was counted and where the law says so.',
    whatNext: 'What to do next',
    nothingNext: 'There is nothing for you to do right now.',
    otherwise: 'You may have read otherwise',
    otherwiseLead: 'Popular pages and the law disagree here. This is what each says, and what we use.',
    saysPopular: 'You may read',
    saysLaw: 'The law',
    weUse: 'We use',
    toldUs: 'What you told us',
    change: 'Change',
    changeAnswers: 'Change your answers',
    freeHelp: 'Free help',
    danger:
      'In severe pain, or in danger? You do not have to wait for any of these dates. Call the Help Center.',
    dangerNow: 'You said that waiting is dangerous. Do not wait for any of these dates: call now.',
    print: 'Print',
    addToCalendar: 'Add to calendar',
    askForReview: 'Ask for the review',
    fileComplaint: 'File the complaint',
    askForHearing: 'Ask for the hearing',
    compute: 'Show my dates',
    computeAgain: 'Show my dates again',
    lawSays: 'Where the law says so',
    checked: 'last checked',
    interface: 'For programs: the same by HTTP',
    moreDates: 'Have you already asked for a review, a hearing or a complaint?',
    moreDatesLead: 'Each date adds the deadlines of the department, the reviewer and the plan.',
    noDates: 'No date can be counted from what you told us yet.',
    ifLate: 'If you are late, file anyway and say why: the department may still take it.',
    laterReading: 'This is another reading of the law. The earlier date is the safe one.',
    computedOn: (on) => `Counted on ${dates.long(on)}.`,
    anotherReading: (on) => `Another reading: ${dates.medium(on)},`,
    doNotRely: 'Do not rely on it.',
  },

  sections: {
    danger: { title: 'Is it urgent?' },
    coverage: { title: 'Your coverage', detail: 'It decides which law counts.' },
    denial: { title: 'The denial' },
    grievance: {
      title: 'Your grievance or appeal',
      detail: 'What you sent to the plan because you disagree.',
    },
    answer: { title: "The plan's answer" },
    review: { title: 'After that' },
  },
  questions: {
    danger: {
      short: 'In danger now?',
      label: 'Could waiting cause severe pain, or cost life, a limb or a major function of the body?',
    },
    program: { short: 'Your coverage', label: 'What kind of coverage is it?' },
    regulator: { short: 'Regulated by', label: 'Which department does your card or plan booklet name?' },
    serviceCoveredBy: { short: 'Who covers the service', label: 'Which of the two covers this service?' },
    unlicensed: {
      short: 'County plan without a license',
      label: 'My Medi-Cal plan is CalOptima, CenCal, Central California Alliance, Gold Coast or Partnership',
      hint: 'These county plans need no license for Medi-Cal, so the department cannot review them. Lists change: ask the plan.',
    },
    basis: {
      short: 'Why it was denied',
      label: 'Why did the plan say no?',
      hint: 'All reasons that the letter gives; none if you do not know.',
    },
    serviceReceived: {
      short: 'Care already received',
      label: 'I already got the care; this is about the bill',
    },
    denialLetterOn: {
      label: 'Date on the denial letter',
      hint: 'As you would write it: 6/5/26 or June 5, 2026.',
    },
    denialReceivedOn: { short: 'Denial received', label: 'The day you received it' },
    servicesEndOn: {
      short: 'Services end',
      label: 'The day your services are to be cut or end',
      hint: 'Only if you get them now. This date may lie ahead.',
    },
    grievanceFiledOn: { short: 'Grievance or appeal sent', label: 'The day you sent it' },
    grievanceReceivedOn: {
      short: 'Your plan got it',
      label: 'The day the plan got it',
      hint: "On the plan's letter, or ask the plan: its time runs from there.",
    },
    urgentGrievance: { short: 'Asked for as urgent', label: 'It was asked for as urgent (expedited)' },
    acknowledgedOn: { short: 'Plan wrote that it got it', label: 'The day the plan wrote that it got it' },
    answer: { short: 'Its answer', label: 'What did the plan answer?' },
    decisionLetterOn: { label: 'Date on the answer' },
    decisionReceivedOn: { short: 'Answer received', label: 'The day you received the answer' },
    hearingRequestedOn: { label: 'State Hearing asked for' },
    hearingHeldOn: { label: 'State Hearing held' },
    appliedOn: { label: 'Independent Medical Review asked for' },
    applicationReceivedOn: { label: 'The department got the complete application' },
    acceptedOn: { label: 'The department accepted it' },
    rejectedOn: { label: 'The department rejected it' },
    planNotifiedOn: { label: "The plan got the department's notice" },
    reviewerReceivedOn: { label: 'The reviewer had the application and the records' },
    determination: { short: 'What the review decided', label: 'What did the review decide?' },
    determinedOn: { label: 'Date of the decision' },
    determinationReceivedOn: { label: 'The plan got the decision' },
    implementedOn: { label: 'The plan authorized or paid' },
    complaintReceivedOn: { label: 'The department got a complaint' },
    complaintDecidedOn: { label: 'The department answered the complaint' },
    externalFiledOn: { label: 'External review asked for' },
    externalReceivedOn: { label: 'The external reviewer got the request' },
    externalDecidedOn: { label: 'The external reviewer decided' },
  },
  optional: 'if known',
  programs: {
    commercial: { label: 'Through a job, Covered California, or bought by me' },
    'medi-cal': { label: 'Medi-Cal', detail: 'through a health plan' },
    medicare: { label: 'Medicare' },
    'medicare-medi-cal': { label: 'Medicare and Medi-Cal' },
    'self-funded': {
      label: 'My employer pays the claims itself',
      detail: 'the card says “administered by” or “self-funded”',
    },
    other: { label: 'Something else, or I do not know' },
  },
  regulators: {
    DMHC: { label: 'Department of Managed Health Care (DMHC)' },
    CDI: { label: 'Department of Insurance (CDI)' },
    none: { label: 'Neither' },
    unknown: { label: 'I do not know' },
  },
  payers: { medicare: 'Medicare', 'medi-cal': 'Medi-Cal' },
  bases: {
    'medical-necessity': 'Not medically necessary',
    experimental: 'Experimental or investigational',
    'emergency-or-urgent': 'Not emergency or urgent care',
    'not-covered': 'Not covered by my plan',
    other: 'Another reason',
  },
  answers: {
    none: 'No answer yet',
    upheld: 'It keeps the denial',
    'partly-overturned': 'It gives in, but only in part',
    overturned: 'It takes back the denial',
  },
  determinations: {
    overturned: 'The denial falls',
    'partly-overturned': 'The denial falls in part',
    upheld: 'The denial stands',
  },
  yesNo: { yes: 'Yes', no: 'No' },
  cardHelp: {
    title: 'What does your card say?',
    lines: [
      'The plan booklet (Evidence of Coverage or Certificate) must name the department. “The California Department of Managed Health Care is responsible for regulating health care service plans” means DMHC.',
      'HMOs, Kaiser, most Covered California plans, and the PPOs of Blue Cross of California and Blue Shield of California are with the DMHC.',
      'A card that names a “Life & Health Insurance Company” usually means the Department of Insurance. We have not checked this against an official list.',
      '“Administered by” usually means that the employer pays the claims itself.',
      'If you cannot tell, say so: the dates are then those of the DMHC, which checks, and sends on what is not its own.',
    ],
  },

  problems: {
    title: (count) => (count === 1 ? 'One answer needs another look' : `${count} answers need another look`),
    kept: 'Everything you typed is still here.',
    howToType: 'Type it as month/day/year, such as 6/5/26, or as June 5, 2026.',
    unreadable: (label, typed) => `${label}: “${typed}” is not a date that we can read.`,
    missing: (label) => `${label} Choose one.`,
    answerWithoutDate: (label) =>
      `${label}: it is missing, and nothing can be counted from the answer without it.`,
    dateWithoutAnswer: 'You gave a date. Say what the answer was.',
    before1990: (label, on) => `${label}: ${dates.medium(on)} is before 1990. Check the year.`,
    notYet: (label, on) => `${label}: ${dates.medium(on)} has not come yet. Check the date, or leave it out.`,
    tooFarAhead: (label, on) => `${label}: ${dates.medium(on)} is more than a year away. Check the notice.`,
    outOfOrder: (label, on, earlier, earlierOn) =>
      `${label}: ${dates.medium(on)} comes before “${earlier}”, ${dates.medium(earlierOn)}. One of the two must be different.`,
    contradicted: (label) =>
      `${label}: an application that was rejected was not also accepted or decided. Keep what the letter says.`,
  },

  parties: (party, voice) =>
    ({ client: 'you', plan: `your ${plan(voice)}`, regulator: 'the department', reviewer: 'the reviewer' })[
      party
    ],

  titles: {
    'ca.complaint.decide': () => 'Answer your complaint',
    'ca.grv.ack': (v) => `Tell you it got your ${grievance(v)}`,
    'ca.grv.expedited.statement': () => 'Answer your urgent grievance',
    'ca.grv.file': () => 'File a grievance with your plan',
    'ca.grv.resolve': () => 'Answer your grievance',
    'ca.imr.accept': () => 'Accept or reject your application',
    'ca.imr.accept.expedited': () => 'Accept or reject your urgent application',
    'ca.imr.deadline.decision': () => 'Ask for the review',
    'ca.imr.deadline.experimental': (v) =>
      `Ask for the review without ${v.isAppeal ? 'an appeal' : 'a grievance'}`,
    'ca.imr.deadline.lateLetter': () => 'Ask for the review, counted from the late answer',
    'ca.imr.deadline.receipt': () => 'Ask for the review, counted from the day you got the answer',
    'ca.imr.deadline.silence': () => 'Ask for the review',
    'ca.imr.decide': () => 'Decide the review',
    'ca.imr.decide.exp': () => 'Decide the review of experimental care',
    'ca.imr.decide.exp.fast': () => 'Decide the urgent review of experimental care',
    'ca.imr.decide.expedited': () => 'Decide the urgent review',
    'ca.imr.implement': () => 'Do what the decision says',
    'ca.imr.planDocs': () => 'Send your records to the reviewer',
    'ca.imr.planDocs.expedited': () => 'Send your records to the reviewer, urgently',
    'cdi.imr.deadline': () => 'Ask for the review',
    'fed.appeal.decide': () => 'Answer your appeal',
    'fed.appeal.file': (v) => `File an appeal with your ${plan(v)}`,
    'fed.ext.decide': () => 'Decide the external review',
    'fed.ext.file': () => 'Ask for the external review',
    'mc.appeal.app': () => 'Appeal in time to keep your services',
    'mc.appeal.decide': () => 'Answer your appeal',
    'mc.appeal.decide.expedited': () => 'Answer your urgent appeal',
    'mc.appeal.file': () => 'File an appeal with your plan',
    'mc.hearing.app': () => 'Ask for a State Hearing in time to keep your services',
    'mc.hearing.file': () => 'Ask for a State Hearing',
    'mc.hearing.outer': () => 'Ask for a State Hearing late, with a good reason',
  },
  statuses: {
    met: 'met',
    late: 'late',
    moot: 'no longer matters',
    today: 'today',
    over: (days) => `${dates.count(days)} over`,
    passed: 'passed, no date given',
    on: (status, on, today) => `${status} ${dates.monthDay(on, today)}`,
  },
  headline: (headline, voice) => headlineText(headline, voice),
  step: (step, voice, isEmergency) => stepText(step, voice, isEmergency),

  proof: {
    ...englishCountWords.proof,
    trigger: (event, on, voice, outcome) => triggerText(event, on, voice, outcome),
    answerStarted: (on, v, isFiled) => ({
      lead: isFiled ? `You filed your ${grievance(v)}` : `Your ${plan(v)} got your ${grievance(v)}`,
      rest: `on ${dates.medium(on)}. That day is not counted.`,
    }),
    answerDays: (days, end) => ({
      lead: `Plus ${days} calendar days`,
      rest: `is ${dates.medium(end)}. Weekends and holidays count, and the end is not moved.`,
    }),
    silence: (end, isOver, v) =>
      isOver
        ? { lead: 'No answer is dated by then.', rest: `The ${plan(v)}'s time to answer is over.` }
        : {
            lead: 'If no answer comes by then,',
            rest: `this is how your time runs from ${dates.medium(end)}.`,
          },
    calendarDays: (count, end) => ({
      lead: `Plus ${count} calendar days`,
      rest: `is ${dates.medium(end)}. The first day is not counted; weekends and holidays are.`,
    }),
    workingDays: (count, end, closures, hasWeekend) => {
      const left = hasWeekend ? [...closures, 'weekends'] : closures;
      return {
        lead: `Plus ${inWords(count)} working days`,
        rest: `is ${dates.medium(end)}. The first day is not counted${left.length > 0 ? `; left out: ${listed(left)}` : ''}.`,
      };
    },
    months: (count, end) => ({
      lead: `Plus ${inWords(count)} calendar months`,
      rest: `is ${dates.medium(end)}.`,
    }),
    clampedMonths: (count, end) => ({
      lead: `Plus ${inWords(count)} calendar months:`,
      rest: `${dates.monthYear(end)} has only ${daysInMonth(yearOf(end), monthOf(end))} days, so its last day counts, ${dates.medium(end)}. That is the earliest way to read it.`,
    }),
    nextMonth: (count, day, end) => ({
      lead: `Plus ${inWords(count)} months:`,
      rest: `there is no day ${day} in that month, so the first of the next one counts, ${dates.medium(end)}.`,
    }),
    hoursAsDays: (hours, end) => ({
      lead: `Plus ${hours} hours`,
      rest: `is ${dates.medium(end)}: without the hour, ${hours === 24 ? 'one day' : `${inWords(hours / 24)} days`} count in full.`,
    }),
    servicesEnd: (on, isLater, counted) =>
      isLater
        ? { lead: `Your services end later, ${dates.medium(on)}.`, rest: 'The later of the two days counts.' }
        : {
            lead: `Your services end ${dates.medium(on)}, no later.`,
            rest: `The later of the two days counts, ${dates.medium(counted)}.`,
          },
    movedByLaw: (_, to, dayOff) => ({
      lead: `It is ${dayOff},`,
      rest: `and here the rule itself moves it to ${dates.medium(to)}.`,
    }),
    workingDay: { lead: 'It is a working day,', rest: 'so nothing moves.' },
    rolled: (_, to, dayOff) => ({
      lead: `It is ${dayOff}.`,
      rest: `The next working day, ${dates.medium(to)}, may still be in time. Do not rely on it.`,
    }),
    extended: (until) => ({
      lead: 'The department may add up to three days,',
      rest: `through ${dates.medium(until)}.`,
    }),
    unreviewed: (calendar, years) => ({
      lead: 'Not reviewed yet:',
      rest: `the ${calendar === 'federal' ? 'federal holidays' : 'closures of state offices'} in ${listed(years.map(String))}. We computed them; check before you rely on this date.`,
    }),
    unchecked: (laws) => ({
      lead: 'Not checked yet:',
      rest: `the wording of ${listed(laws)}. We wrote it down from general knowledge.`,
    }),
    dayOff: (closure, on) => closure ?? `a ${dates.long(on).split(',')[0]}`,
    closure: (name) => name,
  },

  readings: {
    'ca.imr.deadline.decision': "six months from the plan's answer.",
    'ca.imr.deadline.silence': "six months from the end of the plan's days to answer.",
    'ca.imr.deadline.lateLetter': "six months from the plan's late answer.",
    'ca.imr.deadline.receipt': 'six months from the day you received the answer.',
    'ca.imr.deadline.experimental': 'six months from the denial letter.',
    'cdi.imr.deadline': 'six months from a later event that the Insurance Code may mean.',
  },
  certainty: {
    verified: 'read in the official text',
    'verified-secondary': 'read in a source that quotes it',
    'from-memory': 'not yet compared with the official text',
  },
  paraphrase: (provision) => law[provision].paraphrase,
  disagreements,
  sources: {
    'question-and-answer-page': 'a question-and-answer page',
    'older-dmhc-page': "an older page of the DMHC's own",
  },

  agencies: {
    DMHC: { name: "The DMHC's Help Center" },
    CDI: { name: 'Department of Insurance' },
    'State Hearings': { name: 'State Hearings Division' },
    Ombudsman: { name: 'Medi-Cal Managed Care Ombudsman' },
    EBSA: {
      name: 'U.S. Department of Labor, Employee Benefits Security Administration',
      note: 'For plans whose employer pays the claims itself.',
    },
    HICAP: { name: 'Health Insurance Counseling and Advocacy Program', note: 'For Medicare appeals.' },
    HCA: { name: 'Health Consumer Alliance', note: 'Free local help, in your language.' },
  },
  contactLines: { tty: 'TTY', fax: 'Fax', hours: 'Hours', hoursOf: (hours) => hours },
  contactChecked: { quoted: 'as quoted by others', unchecked: 'not yet checked with the agency' },

  rail: {
    title: 'Your dates, drawn to scale',
    denied: 'Denied',
    received: 'Plan got it',
    saysNo: 'Plan says no',
    saysYes: 'Plan gives in',
    saysPart: 'Plan gives in in part',
    applied: 'Review asked for',
    determined: 'Decision',
    lastDay: 'last day',
    daysLeft: (days, title) => `${dates.count(days)} left: ${lowered(title)}`,
  },
  drawing: {
    today: 'Today',
    and: 'and',
    left: 'time left',
    used: 'time used',
    readings: 'other readings',
    letters: 'letters',
    notDrawn: 'Not drawn',
    asText: 'Read the drawing as text',
    columns: { date: 'Date', what: 'What', whose: 'Whose', result: 'How it stands' },
  },

  calendar: {
    ownLimit: 'Last safe day: send your request',
    lastChance: 'Last day of all: send your request and say why it is late',
    othersDuty: 'An answer is due',
    description: 'From the deadline calculator. Your printed page says what it is about.',
    fileName: 'dates.ics',
  },
};

function monthDay(date: LocalDate): string {
  return `${dates.months[monthOf(date) - 1]} ${dayOfMonth(date)}`;
}

const reviewIsFree = 'The review is free, and your plan must follow its decision.';

function headlineText(headline: Headline, v: Voice): { title: string; lead: string } {
  switch (headline.is) {
    case 'file-imr':
      return {
        title: headline.isUrgent
          ? `Ask for an Independent Medical Review now. The last safe day is ${dates.long(headline.by)}.`
          : `You can ask for an Independent Medical Review now. Do it by ${dates.long(headline.by)}.`,
        lead: `${sinceText(headline.rule, headline.from, v)} ${reviewIsFree}${headline.hearingBy === null ? '' : ` You can ask for a State Hearing as well, by ${dates.long(headline.hearingBy)}.`}`,
      };
    case 'file-imr-late':
      return {
        title: `Ask for an Independent Medical Review today. The safe date was ${dates.long(headline.by)}.`,
        lead:
          headline.until === null
            ? 'Say why you are late. The department may still accept an application where circumstances warrant.'
            : `Say why you are late. Another reading of the law runs through ${dates.long(headline.until)}, and the department may accept an application even later.`,
      };
    case 'file-imr-at-any-time':
      return { title: 'You can ask for an Independent Medical Review now.', lead: reviewIsFree };
    case 'imr-opens':
      return {
        title: `If your ${plan(v)} does not answer, you can ask for an Independent Medical Review from ${dates.long(headline.on)}.`,
        lead: `If it answers sooner and keeps its denial, you can ask from that day. ${reviewIsFree}`,
      };
    case 'limit':
      return limitHeadline(headline.limit, dates.long(headline.by), headline.isLate, v);
    case 'file-grievance':
      return {
        title: `First, file ${v.isAppeal ? 'an appeal' : 'a grievance'} with your ${plan(v)}.`,
        lead: 'Give the date on the denial letter, and we count how long you have.',
      };
    case 'plan-has-time':
      return {
        title: `Your ${plan(v)} has your ${grievance(v)}. Find out which day it got it.`,
        lead: 'Its days to answer run from there, and so does what comes after.',
      };
    case 'plan-answers':
      return headline.isLate
        ? {
            title: `Your ${plan(v)} had to answer by ${dates.long(headline.by)}. Call it.`,
            lead: 'Ask for the answer in writing, with its date.',
          }
        : {
            title: `Your ${plan(v)} has to answer by ${dates.long(headline.by)}.`,
            lead: 'Its answer, or its silence, starts your next dates.',
          };
    case 'imr-filed':
      return {
        title: 'Your Independent Medical Review is under way.',
        lead: `${headline.on === null ? '' : `You asked for it on ${dates.long(headline.on)}. `}Below is what the department, the reviewer and your ${plan(v)} owe you, and by when.`,
      };
    case 'imr-decided':
      return headline.outcome === 'upheld'
        ? {
            title: 'The review let the denial stand.',
            lead: 'Ask for free help: other ways may still be open to you.',
          }
        : {
            title:
              headline.outcome === 'overturned'
                ? `The review went your way. Your ${plan(v)} must follow it.`
                : `The review went your way in part. Your ${plan(v)} must follow it.`,
            lead: `If nothing happens, call ${department(v)}.`,
          };
    case 'plan-overturned':
      return {
        title: `Your ${plan(v)} took back its denial.`,
        lead: 'Nothing is left to review. Check that it really authorizes or pays for the care.',
      };
    case 'imr-rejected':
      return {
        title: 'The department did not take it as a review.',
        lead: v.isInsurer
          ? 'The dispute can go on there as a complaint.'
          : 'It counts as a complaint now, with nothing more to file.',
      };
    case 'complaint':
      return {
        title: `This goes to ${department(v)} as a complaint.`,
        lead: 'A denial of coverage alone is not referred to an Independent Medical Review. The department says finally which it is, so say it if a doctor finds the care necessary.',
      };
    case 'hearing-held':
      return {
        title: 'The State Hearing was held.',
        lead: 'That closes the way to an Independent Medical Review of the same dispute.',
      };
    case 'external-filed':
      return {
        title: 'Your external review is under way.',
        lead: 'Below is what is owed to you, and by when.',
      };
    case 'medicare':
      return {
        title: 'Medicare has its own appeals.',
        lead: 'The notice says how to appeal and by when. We count no dates for Medicare; free counselors do.',
      };
    case 'unknown-regulator':
      return {
        title: 'Find out who regulates your coverage.',
        lead: 'Without that no date can be counted. Look in the Evidence of Coverage, or call the Help Center and ask.',
      };
    case 'nothing-to-count':
      return {
        title: 'Give us a date to count from.',
        lead: 'The date on the denial letter, the day the plan got your grievance or appeal, or the day you received its answer.',
      };
  }
}

function sinceText(rule: string, from: LocalDate, v: Voice): string {
  const day = monthDay(from);
  if (rule === 'ca.imr.deadline.experimental') return `That is six months after the denial letter of ${day}.`;
  if (rule === 'ca.imr.deadline.silence')
    return `That is six months after ${day}, when your ${plan(v)}'s time to answer ended.`;
  if (rule === 'cdi.imr.deadline') return `That is six months after ${day}, the earliest day that counts.`;
  return `That is six months after your ${plan(v)}'s letter of ${day}.`;
}

function limitHeadline(
  limit: OwnLimitRule,
  by: string,
  isLate: boolean,
  v: Voice,
): { title: string; lead: string } {
  const acts: Readonly<Record<OwnLimitRule, string>> = {
    'ca.grv.file': 'file a grievance with your plan',
    'mc.appeal.file': 'file an appeal with your plan',
    'mc.appeal.app': 'file an appeal and ask that your services go on',
    'mc.hearing.file': 'ask for a State Hearing',
    'mc.hearing.outer': 'ask for a State Hearing and say why it is late',
    'mc.hearing.app': 'ask for a State Hearing and that your services go on',
    'fed.appeal.file': `file an appeal with your ${plan(v)}`,
    'fed.ext.file': 'ask for the external review',
  };
  const leads: Readonly<Record<OwnLimitRule, string>> = {
    'ca.grv.file':
      'The plan then has 30 days to answer, three if it is urgent. After that an Independent Medical Review opens.',
    'mc.appeal.file':
      'The plan then has 30 days to answer. After that a State Hearing opens, and with most plans an Independent Medical Review.',
    'mc.appeal.app': 'Say that you want the services to go on while you appeal.',
    'mc.hearing.file': 'A judge of the state hears you; you can speak for yourself or bring someone.',
    'mc.hearing.outer': 'After that day no hearing is given.',
    'mc.hearing.app': 'Say that you want the services to go on until the hearing.',
    'fed.appeal.file': 'The appeal comes first; a review by somebody independent comes after it.',
    'fed.ext.file': 'Somebody independent then decides, under federal law.',
  };
  return isLate
    ? {
        title: `${capitalized(acts[limit])} today. The last day was ${by}.`,
        lead: 'Say why you are late, and ask for it to be taken anyway.',
      }
    : { title: `${capitalized(acts[limit])} by ${by}.`, lead: leads[limit] };
}

function stepText(step: PlannedStep, v: Voice, isEmergency: boolean): string {
  const by = 'by' in step ? dates.medium(step.by) : '';
  switch (step.says) {
    case 'act-in-time':
      return {
        'ca.grv.file': `File a grievance with your plan by ${by}.`,
        'mc.appeal.file': `File an appeal with your plan by ${by}.`,
        'mc.appeal.app': `To keep your services, file the appeal and ask that they go on by ${by}.`,
        'mc.hearing.file': `Ask for the State Hearing by ${by}.`,
        'mc.hearing.outer': `Ask for the State Hearing by ${by} and say why it is late: after that day no hearing is given.`,
        'mc.hearing.app': `To keep your services, ask for the State Hearing and that they go on by ${by}.`,
        'fed.appeal.file': `File the appeal with your ${plan(v)} by ${by}.`,
        'fed.ext.file': `Ask for the external review by ${by}.`,
      }[step.limit];
    case 'act-late':
      return {
        'ca.grv.file': `File the grievance today and ask the plan to take it late: its 180 days ended on ${by}, and it may allow longer.`,
        'mc.appeal.file': `File the appeal today and say why it is late: its 60 days ended on ${by}.`,
        'mc.appeal.app': `Ask the plan whether your services can go on: the day to ask for that was ${by}.`,
        'mc.hearing.file': `Ask for the State Hearing today and say why it is late: the 120 days ended on ${by}.`,
        'mc.hearing.outer': `Ask a lawyer what is left: the last day to ask for a State Hearing was ${by}.`,
        'mc.hearing.app': `Ask the plan whether your services can go on: the day to ask for that was ${by}.`,
        'fed.appeal.file': `Ask your ${plan(v)} today to take the appeal late: its 180 days ended on ${by}.`,
        'fed.ext.file': `Ask the plan today whether it takes the request late: the last day was ${by}.`,
      }[step.limit];
    case 'file-imr':
      return step.isUrgent
        ? `Ask ${department(v)} for the review now, since it is urgent; the last safe day is ${by}.`
        : `Ask ${department(v)} for the review by ${by}.`;
    case 'file-imr-late':
      return step.until === null
        ? `Ask ${department(v)} for the review today, and for an extension: the six months ended on ${by}.`
        : `Ask ${department(v)} for the review today and say why it is late: the safe date was ${by}, and another reading runs through ${dates.medium(step.until)}.`;
    case 'file-imr-if-silent':
      return `If your ${plan(v)} does not answer, ask ${department(v)} for the review from ${dates.medium(step.from)} on.`;
    case 'file-imr-at-any-time':
      return `Ask ${department(v)} for the review: it is open.`;
    case 'file-grievance-beside-imr':
      return isEmergency
        ? `File the ${grievance(v)} with your ${plan(v)} as well by ${by}, in case the review turns out to need it.`
        : `You may also file the ${grievance(v)} with your ${plan(v)}, through ${by}.`;
    case 'file-grievance':
      return `File ${v.isAppeal ? 'an appeal' : 'a grievance'} with your ${plan(v)}.`;
    case 'file-complaint':
      return `File a complaint with ${department(v)}.`;
    case 'go-on-as-complaint':
      return `Ask ${department(v)} to go on with it as a complaint.`;
    case 'check-authorization':
      return `Check that your ${plan(v)} really authorizes or pays for the care.`;
    case 'follow-medicare-notice':
      return 'Follow the appeal in the Medicare notice, by the date it gives.';
    case 'find-regulator':
      return 'Find out who regulates your coverage: look in the Evidence of Coverage or on the card.';
    case 'find-regulator-meanwhile-dmhc':
      return 'Find out whether the DMHC or the Department of Insurance regulates your plan. Until you know, use the DMHC.';
    case 'ask-when-grievance-was-received':
      return `Ask your ${plan(v)} which day it got your ${grievance(v)}: its days to answer run from there.`;
    case 'ask-when-application-was-received':
      return `Ask ${department(v)} which day it got your application: its time runs from there.`;
    case 'ask-when-application-was-accepted':
      return `Ask ${department(v)} whether it accepted your application, and on which day.`;
    case 'ask-when-plan-was-notified':
      return `Ask ${department(v)} which day it notified your ${plan(v)}: its working days to send the records run from there.`;
    case 'ask-when-reviewer-had-records':
      return `Ask ${department(v)} which day the reviewer had the records: the reviewer’s time runs from there.`;
    case 'ask-when-determination-was-received':
      return 'Ask your plan which day it got the decision: it has five working days from there.';
    case 'press': {
      const owes = step.owedBy === 'plan' ? 'it' : english.parties(step.owedBy, v);
      return `Call ${step.called === 'plan' ? `your ${plan(v)}` : department(v)}: ${owes} had to ${lowered(english.titles[step.duty](v))} by ${dates.medium(step.dueOn)}.`;
    }
    case 'wait':
      return `${capitalized(english.parties(step.owedBy, v))} has to ${lowered(english.titles[step.duty](v))} by ${dates.medium(step.dueOn)}.`;
  }
}

function triggerText(
  event: string,
  on: LocalDate,
  v: Voice,
  outcome: 'upheld' | 'overturned' | 'partly-overturned' | null,
): { lead: string; rest: string } {
  const day = `on ${dates.medium(on)}.`;
  switch (event) {
    case 'denial.letterDate':
      return { lead: 'The denial letter is dated', rest: `${dates.medium(on)}.` };
    case 'denial.receivedOn':
      return { lead: 'You received the denial', rest: day };
    case 'grievance.filedOn':
      return { lead: `You filed your ${grievance(v)}`, rest: day };
    case 'grievance.receivedOn':
      return { lead: `Your ${plan(v)} got your ${grievance(v)}`, rest: day };
    case 'grievance.decision.letterDate':
      return {
        lead:
          outcome === 'partly-overturned'
            ? `Your ${plan(v)} kept part of its denial`
            : `Your ${plan(v)} kept its denial`,
        rest: `in a letter dated ${dates.medium(on)}.`,
      };
    case 'grievance.decision.receivedOn':
      return { lead: `You received your ${plan(v)}'s answer`, rest: day };
    case 'imr.receivedOn':
      return { lead: 'The department got your complete application', rest: day };
    case 'imr.acceptedOn':
      return { lead: 'The department accepted your application', rest: day };
    case 'imr.rejectedOn':
      return {
        lead: 'The department did not take it as a review',
        rest: `on ${dates.medium(on)}, so it is a complaint from that day.`,
      };
    case 'imr.planNotifiedOn':
      return { lead: `Your ${plan(v)} got the notice of the review`, rest: day };
    case 'imr.reviewerReceivedOn':
      return { lead: 'The reviewer had the application and the records', rest: day };
    case 'imr.decision.planReceivedOn':
      return { lead: `Your ${plan(v)} got the decision`, rest: day };
    case 'complaint.receivedOn':
      return { lead: 'The department got your complaint', rest: day };
    case 'externalReview.receivedOn':
      return { lead: 'The external reviewer got your request', rest: day };
    default:
      throw new RangeError(`no clock starts at "${event}"`);
  }
}
