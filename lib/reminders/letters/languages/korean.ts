import { type ClientWords, fullDay } from '../client-words.ts';

export const korean: ClientWords = {
  review: { by: 'nobody-yet', note: 'Drafted by the authors; nobody who reads Korean has looked at it yet.' },
  subject: {
    countdown: '알림',
    news: '전해 드릴 소식',
    correction: '정정 안내',
    'by-hand': '고객님께 드리는 메시지',
  },
  preview: '짧은 메시지가 있습니다.',
  greeting: '안녕하세요.',
  greetingTo: (name) => `${name} 님, 안녕하세요.`,
  countdown: {
    neutral: (day) => ['늦어도 ', day, '까지 함께 해야 할 일이 있습니다.'],
    standard: (day) => ['고객님 사건의 서류를 늦어도 ', day, '까지 보내야 합니다.'],
    detailed: (act, day) => [`${act}는 마지막 날은 `, day, '입니다.'],
  },
  news: {
    neutral: '전해 드릴 소식이 있습니다.',
    standard: '고객님 사건에 새로운 소식이 있습니다.',
    silence: (plan) => `${plan ?? '고객님의 보험 플랜'}에서 제때 답변하지 않았습니다.`,
    opened: (act) => `이제 ${act}습니다.`,
    openedSomething: '다음 단계로 하실 수 있는 일이 있을 수 있습니다.',
  },
  correction: {
    neutral: (former) => ['이전 메시지에서 ', former, '을 알려 드렸습니다.'],
    standard: (former) => [
      '이전 메시지에서 고객님 사건의 서류를 보낼 마지막 날을 ',
      former,
      '로 알려 드렸습니다.',
    ],
    detailed: (act, former) => [`이전 메시지에서 ${act}는 마지막 날을 `, former, '로 알려 드렸습니다.'],
    moved: (day) => ['그 날짜는 더 이상 유효하지 않습니다. 이제 마지막 날은 ', day, '입니다.'],
    dropped: '그 날짜는 더 이상 유효하지 않으며, 그날까지 하셔야 할 일은 없습니다.',
  },
  byHand: {
    'call-us': {
      neutral: '고객님과 이야기를 나누고 싶습니다.',
      standard: '고객님 사건에 대해 이야기를 나누고 싶습니다.',
    },
    'send-papers': {
      neutral: '고객님께서 보내 주셔야 할 것이 있습니다.',
      standard: '고객님 사건에 필요한 서류를 보내 주셔야 합니다.',
    },
    'papers-sent': {
      neutral: '전에 말씀드린 일을 마쳤습니다.',
      standard: '고객님 사건의 서류를 보냈습니다.',
    },
    'still-waiting': {
      neutral: '아직 달라진 것은 없습니다. 저희는 답변을 기다리고 있습니다.',
      standard: '고객님 사건에 아직 달라진 것은 없습니다. 저희는 답변을 기다리고 있습니다.',
    },
  },
  // Stems: "…는 마지막 날" and "…습니다" both take them in.
  acts: {
    'review-request': '독립 심사를 신청할 수 있',
    hearing: '판사가 진행하는 공청회를 신청할 수 있',
    appeal: '보험 플랜에 결정을 다시 검토해 달라고 요청할 수 있',
  },
  about: (plan) => `${plan} 관련 내용입니다.`,
  from: (office) => `${office}에서 보내 드리는 메시지입니다.`,
  callBefore: '그날 전에 전화해 주십시오. 몇 분이면 됩니다.',
  replyBefore: '그날 전에 이 메시지에 답장해 주십시오. 몇 분이면 됩니다.',
  callSoon: '편하실 때 전화해 주십시오.',
  replySoon: '편하실 때 이 메시지에 답장해 주십시오.',
  nothingToDo: '지금 하실 일은 없습니다. 소식이 있으면 연락드리겠습니다.',
  call: (phone) => `전화하기 ${phone}`,
  questions: (name) => `궁금한 점이 있으시면 ${name} 담당자를 찾아 주십시오.`,
  only: '이 일에 관한 메시지는 이것 하나뿐입니다.',
  first: (total) => `이 날짜에 관한 메시지 ${total}개 중 첫 번째입니다.`,
  later: (ordinal, total) => `이 날짜에 관한 메시지 ${total}개 중 ${ordinal}번째입니다.`,
  why: '저희가 보내는 이메일을 받겠다고 동의하셨기 때문에 이 메시지를 보내 드립니다.',
  stopByReplyOrPhone: '알림을 더 받지 않으시려면 “중지”라고 답장하시거나 전화로 알려 주십시오.',
  stopByReply: '알림을 더 받지 않으시려면 “중지”라고 답장해 주십시오.',
  stopLink: '알림 그만 받기',
  day: fullDay('ko'),
  stopPage: {
    title: '알림 그만 받기',
    question: '이메일 알림을 더 받지 않으시겠습니까?',
    whatStops: '앞으로 있을 일에 대한 알림을 더 보내지 않겠습니다.',
    whatStays: '날짜가 아주 가까워지거나 중요한 변경이 있을 때는 계속 알려 드립니다.',
    button: '알림 그만 받기',
    doneTitle: '알림을 중지했습니다',
    done: '알림이 더 이상 가지 않습니다. 바꾸시려면 전화하시거나 저희 메시지에 답장해 주십시오.',
    unknownTitle: '이 링크를 사용할 수 없습니다',
    unknown:
      '링크가 중간에 잘렸을 수 있습니다. 알림을 더 받지 않으시려면 저희 메시지에 “중지”라고 답장하시거나 전화해 주십시오.',
  },
};
