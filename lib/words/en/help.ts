/** Help in place: what the law and the departments do, in our own words. Each statement has its grounds in lib/help. */
export const help = {
  title: 'Help',
  lead: 'Short answers about denials in California, each with where it is said and how sure we are.',
  about: (title: string) => `Help: ${title}`,
  laws: 'Where it is said',
  lawsLead: 'What each provision or page says, in our own words, and when we last compared it.',
  checked: (day: string) => `compared ${day}`,
  otherwise: 'You may have read otherwise',
  otherwiseLead: 'Popular pages and the law disagree here. This is what each says, and what Recourse uses.',
  saysPopular: 'You may read',
  saysLaw: 'The law',
  weUse: 'Recourse',
  legal: 'General information about California law, not legal advice.',
  more: 'More help',
  all: 'All help',
  keys: 'Keyboard',
  keysLead: 'Press ? on any page to see every key.',
  tour: 'Five-minute tour of the demo office',
  calculator: 'Deadline calculator',
  calculatorLead: 'For dates without a case; clients may use it too.',
  sources: {
    'older-dmhc-page': 'An older page of the DMHC on the IMR',
    'dmhc-file-page': 'dmhc.ca.gov, File a Complaint',
    'dmhc-form': 'Form DMHC 20-224 (Rev. 01/20)',
    'published-decisions': 'Published IMR decisions, 2001 to 2023',
    'cdi-guide': 'insurance.ca.gov, guide to the IMR',
    'recommended-care': 'H&S 1374.30(j)(1)',
    'missing-papers': '28 CCR 1300.74.30, on incomplete applications',
    'daily-penalty': 'H&S 1374.34(b)',
    'both-ways': 'A Medi-Cal plan’s notice of rights',
  },
  sourceSays: {
    'older-dmhc-page':
      'An IMR is a review by doctors outside the plan, at no cost, for denials as not necessary, experimental, or of emergency care already received.',
    'dmhc-file-page': 'One form serves for a complaint and for an IMR; the department decides which it is.',
    'dmhc-form':
      'The department says that an IMR is usually decided within 45 days, an urgent one within seven.',
    'published-decisions':
      'Of 34,560 published decisions, half took 55 days or more for review and adoption together.',
    'cdi-guide':
      'The review costs the insured nothing; the department checks eligibility and passes the case to the reviewer.',
    'recommended-care':
      'A provider recommended the care, or the member got emergency care that a provider found necessary, or was seen by a provider of the plan.',
    'missing-papers':
      'The department says how to complete an application, and does not reject one for lack of supporting papers.',
    'daily-penalty':
      'A plan that does not carry a decision out owes a penalty of not less than $5,000 a day. Read in a text of 2019.',
    'both-ways':
      'The IMR does not stop the 120 days to ask for a State Hearing: ask for both as soon as possible.',
  },
  topics: {
    imr: {
      title: 'What an IMR is',
      lead: 'An Independent Medical Review: doctors outside the plan look at its denial again.',
      statements: {
        what: 'Doctors who are not part of the health plan review the denial. If they overturn it, the plan has to give the service or pay for it.',
        free: 'It costs the client nothing.',
        asks: 'The client asks the department that regulates the plan, not the plan.',
        medical:
          'It decides medical questions. Whether the contract covers a service at all is a coverage question, and the department looks at that as a complaint.',
        arbiter: 'The department alone says which of the two a denial is. In doubt, ask for the IMR.',
        binds:
          'The decision binds the plan. Nothing that we read ends what the client may still do in court.',
      },
    },
    'who-qualifies': {
      title: 'Who qualifies for an IMR',
      lead: 'Three kinds of denial qualify; most of them once the plan has had its chance to answer.',
      statements: {
        necessity:
          'Care that was denied, changed or delayed as not medically necessary, in whole or in part. One such reason among others is enough.',
        experimental:
          'Treatment denied as experimental, for a serious condition, with a physician’s certification and the evidence that the law names. No grievance is needed first.',
        emergency:
          'Emergency or urgent care already received that the plan will not pay for. File the grievance as well: whether it may be skipped is open to doubt.',
        recommended:
          'Somebody treating the client recommended the care, or saw the client for the condition.',
        answered: 'The plan upheld its denial on the grievance. A partial yes leaves the rest open.',
        silent:
          'Or the plan let 30 days pass, three if the grievance was urgent. Silence opens the same door as a no.',
        urgent:
          'In an urgent case nobody has to wait for the plan: severe pain, or danger to life, limb or a major function of the body.',
        compelling: 'The department may also drop the wait in an extraordinary and compelling case.',
        coverage:
          'A service that the contract excludes does not qualify. Asking anyway makes it a complaint at once.',
        elsewhere:
          'Self-funded employer plans go to a federal external review instead, and Medicare has appeals of its own.',
      },
    },
    regulator: {
      title: 'What the regulator will do',
      lead: 'From the day the application arrives to the day the plan has to act.',
      statements: {
        form: 'The DMHC has one form for a complaint and an IMR, and decides itself which way a request goes.',
        accepts:
          'It accepts or rejects a complete application within seven calendar days, 48 hours if urgent.',
        incomplete: 'Where something is missing, it says what. Send what there is: papers can follow.',
        refuses:
          'Where it finds no IMR possible, it treats the request as a complaint and has 30 days to answer.',
        records:
          'It tells the plan, which has three business days to send the records to the reviewer, or 24 hours where there is an imminent threat.',
        decides:
          'The reviewer has 30 days from the application and the records, three if urgent; the director may add up to three.',
        usually:
          'Expect longer: the DMHC speaks of 45 days, and half of the published decisions took 55 or more.',
        adopts: 'The director adopts what the reviewer decided, and the written decision binds the plan.',
        implements:
          'The plan authorizes the care, or pays for it, within five working days of the written decision.',
        penalty: 'A plan that does not owes a penalty for each day.',
        insurance: 'The Department of Insurance does the same for insurers, under laws of its own.',
      },
    },
    'plan-first': {
      title: 'The plan’s own process first',
      lead: 'Why most cases start with a grievance, and when they need not.',
      statements: {
        window:
          'A member has at least 180 days from the event to file a grievance; in Medi-Cal 60 days to appeal.',
        acknowledges: 'The plan acknowledges it in writing within five days, with a person to call.',
        resolves:
          'It resolves it within 30 days of receiving it, three if urgent. Weekends and holidays count.',
        receipt: 'The plan’s days run from the day it received the grievance. Ask for proof of that day.',
        provision: 'The department may ask for no more than 30 days in the plan’s process.',
        skipped: 'No grievance is needed for experimental denials, or in urgent cases.',
      },
    },
    'six-months': {
      title: 'The last day to ask for an IMR',
      lead: 'Six months, but from what? Recourse works to the earliest date that any reading gives.',
      statements: {
        from: 'The six months run from any of the events that open the IMR: the plan upholds its denial, or its days to answer end.',
        silence:
          'Where the plan is silent or late, they start when its time ended, even if a letter comes later.',
        readings:
          'The regulation counts from the written answer. Where that gives a later date, it is shown beside the safe one.',
        months: 'A month is a calendar month: from August 31, six months end on the last day of February.',
        weekend:
          'A last day on a weekend or holiday may move to the next working day. Recourse shows that and does not rely on it.',
        late: 'After the last day, ask anyway and say why: the department may still take it.',
      },
    },
    'medi-cal': {
      title: 'Medi-Cal: the IMR and the State Hearing',
      lead: 'Two ways that do not wait for each other.',
      statements: {
        appeal:
          'The plan’s appeal comes first: within 60 days of the notice, and the plan has 30 days, or 72 hours if urgent.',
        keep: 'Services go on if the client asks for it within 10 days of the notice, or before the cut takes effect.',
        hearing:
          'A State Hearing is asked for within 120 days of the plan’s answer, or once its 30 days are over.',
        late: 'With good cause a hearing may be asked for later, but never after 180 days.',
        both: 'The IMR does not stop the hearing’s days. Ask for both as soon as you can.',
        order: 'Once a hearing dealt with the dispute, there is no IMR. Ask for the IMR first.',
      },
    },
  },
};
