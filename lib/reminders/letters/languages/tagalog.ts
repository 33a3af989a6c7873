import { type ClientWords, fullDay } from '../client-words.ts';

export const tagalog: ClientWords = {
  review: {
    by: 'nobody-yet',
    note: 'Drafted by the authors; nobody who reads Tagalog has looked at it yet.',
  },
  subject: {
    countdown: 'Isang paalala',
    news: 'Balita para sa inyo',
    correction: 'Isang pagwawasto',
    'by-hand': 'Isang mensahe para sa inyo',
  },
  preview: 'Mayroon kaming maikling mensahe para sa inyo.',
  greeting: 'Kumusta po.',
  greetingTo: (name) => `Kumusta po, ${name}.`,
  countdown: {
    neutral: (day) => ['May kailangan po tayong gawin nang magkasama, hindi lalampas sa ', day, '.'],
    standard: (day) => [
      'Kailangan pong maipadala ang isang papeles para sa inyong kaso nang hindi lalampas sa ',
      day,
      '.',
    ],
    detailed: (act, day) => [`Ang huling araw para ${act} ay `, day, '.'],
  },
  news: {
    neutral: 'May balita po kami para sa inyo.',
    standard: 'May balita po sa inyong kaso.',
    silence: (plan) => `Hindi po kayo sinagot sa takdang panahon ng ${plan ?? 'inyong plan'}.`,
    opened: (act) => `Maaari na po kayong ${act}.`,
    openedSomething: 'Maaaring may susunod na hakbang para sa inyo.',
  },
  correction: {
    neutral: (former) => ['Sa isang naunang mensahe, binanggit namin ang ', former, '.'],
    standard: (former) => [
      'Sa isang naunang mensahe, binanggit namin ang ',
      former,
      ' bilang huling araw para maipadala ang isang papeles para sa inyong kaso.',
    ],
    detailed: (act, former) => [
      'Sa isang naunang mensahe, binanggit namin ang ',
      former,
      ` bilang huling araw para ${act}.`,
    ],
    moved: (day) => ['Hindi na po iyon ang petsa. Ang huling araw na ngayon ay ', day, '.'],
    dropped: 'Hindi na po iyon ang petsa, at wala kayong kailangang gawin bago ang araw na iyon.',
  },
  byHand: {
    'call-us': {
      neutral: 'Gusto po namin kayong makausap.',
      standard: 'Gusto po namin kayong makausap tungkol sa inyong kaso.',
    },
    'send-papers': {
      neutral: 'May kailangan po kami mula sa inyo.',
      standard: 'May mga papeles po kaming kailangan mula sa inyo para sa inyong kaso.',
    },
    'papers-sent': {
      neutral: 'Nagawa na po namin ang sinabi naming gagawin.',
      standard: 'Naipadala na po namin ang mga papeles para sa inyong kaso.',
    },
    'still-waiting': {
      neutral: 'Wala pa pong pagbabago: naghihintay pa kami ng sagot.',
      standard: 'Wala pa pong pagbabago sa inyong kaso: naghihintay pa kami ng sagot.',
    },
  },
  acts: {
    'review-request': 'humiling ng independiyenteng pagsusuri',
    hearing: 'humiling ng pagdinig sa harap ng isang hukom',
    appeal: 'humiling sa inyong plan na muling pag-aralan ang desisyon nito',
  },
  about: (plan) => `Tungkol po ito sa ${plan}.`,
  from: (office) => `Ang mensaheng ito ay mula sa ${office}.`,
  callBefore: 'Mangyaring tumawag sa amin bago ang araw na iyon: ilang minuto lang po ito.',
  replyBefore: 'Mangyaring sumagot sa mensaheng ito bago ang araw na iyon: ilang minuto lang po ito.',
  callSoon: 'Mangyaring tumawag sa amin kapag kaya ninyo.',
  replySoon: 'Mangyaring sumagot sa mensaheng ito kapag kaya ninyo.',
  nothingToDo: 'Wala po kayong kailangang gawin ngayon. Makikipag-ugnayan po kami kapag may balita.',
  call: (phone) => `Tumawag sa ${phone}`,
  questions: (name) => `May tanong? Hanapin po si ${name}.`,
  only: 'Ito lang po ang mensahe tungkol dito.',
  first: (total) => `Ito po ang una sa ${total} mensahe tungkol sa petsang ito.`,
  later: (ordinal, total) => `Ito po ang ika-${ordinal} sa ${total} mensahe tungkol sa petsang ito.`,
  why: 'Natanggap ninyo ito dahil pumayag kayong tumanggap ng email mula sa amin.',
  stopByReplyOrPhone: 'Para hindi na makatanggap ng paalala, sumagot ng TIGIL o sabihin sa amin sa telepono.',
  stopByReply: 'Para hindi na makatanggap ng paalala, sumagot ng TIGIL.',
  stopLink: 'Itigil ang mga paalala',
  // Calendars know Tagalog under the name of Filipino.
  day: fullDay('fil'),
  stopPage: {
    title: 'Itigil ang mga paalala',
    question: 'Ayaw na po ba ninyong makatanggap ng mga paalala sa email?',
    whatStops: 'Hindi na kami magpapadala ng mga paalala tungkol sa mga darating na petsa.',
    whatStays: 'Susulat pa rin kami kapag napakalapit na ng isang petsa o kapag may mahalagang pagbabago.',
    button: 'Itigil ang mga paalala',
    doneTitle: 'Itinigil na ang mga paalala',
    done: 'Hindi na po kayo makakatanggap ng mga paalala. Para baguhin ito, tumawag sa amin o sumagot sa isa sa aming mga mensahe.',
    unknownTitle: 'Hindi gumagana ang link na ito',
    unknown:
      'Maaaring naputol ito. Para hindi na makatanggap ng paalala, sumagot ng TIGIL sa isa sa aming mga mensahe o tumawag sa amin.',
  },
};
