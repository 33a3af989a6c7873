import { type ClientWords, fullDay } from '../client-words.ts';

const spaced = fullDay('zh-Hant');

export const chinese: ClientWords = {
  review: {
    by: 'nobody-yet',
    note: 'Drafted by the authors; nobody who reads Chinese has looked at it yet.',
  },
  subject: { countdown: '提醒', news: '給您的消息', correction: '更正' },
  preview: '我們有一則簡短的訊息要告訴您。',
  greeting: '您好：',
  greetingTo: (name) => `${name}，您好：`,
  countdown: {
    neutral: (day) => ['有一件事需要我們一起完成，最遲在', day, '。'],
    standard: (day) => ['您個案的一份文件最遲必須在', day, '寄出。'],
    detailed: (act, day) => [`${act}的最後一天是`, day, '。'],
  },
  news: {
    neutral: '我們有消息要告訴您。',
    standard: '您的個案有新的消息。',
    silence: (plan) => `${plan ? `${plan} ` : '您的保險計劃'}沒有按時答覆您。`,
    opened: (act) => `您現在可以${act}。`,
    openedSomething: '您可能可以採取下一步行動。',
  },
  correction: {
    neutral: (former) => ['我們在先前的訊息中提到', former, '。'],
    standard: (former) => ['我們在先前的訊息中提到', former, '是寄出您個案文件的最後一天。'],
    detailed: (act, former) => ['我們在先前的訊息中提到', former, `是${act}的最後一天。`],
    moved: (day) => ['該日期已不再適用。現在的最後一天是', day, '。'],
    dropped: '該日期已不再適用，您不需要在那天之前做任何事。',
  },
  acts: {
    'review-request': '申請獨立審查',
    hearing: '申請由法官主持的聽證會',
    appeal: '要求您的保險計劃重新考慮其決定',
  },
  about: (plan) => `此事與 ${plan} 有關。`,
  from: (office) => `本訊息由 ${office} 發出。`,
  callBefore: '請在那天之前致電我們，只需幾分鐘。',
  replyBefore: '請在那天之前回覆本訊息，只需幾分鐘。',
  callSoon: '請在方便時致電我們。',
  replySoon: '請在方便時回覆本訊息。',
  call: (phone) => `致電 ${phone}`,
  questions: (name) => `有疑問嗎？請找 ${name}。`,
  only: '關於此事，我們只會發送這一則訊息。',
  first: (total) => `關於這個日期共有 ${total} 則訊息，這是第一則。`,
  later: (ordinal, total) => `關於這個日期共有 ${total} 則訊息，這是第 ${ordinal} 則。`,
  why: '您收到本訊息，是因為您同意接收我們的電子郵件。',
  stopByReplyOrPhone: '如不想再收到提醒，請回覆「停止」或致電告訴我們。',
  stopByReply: '如不想再收到提醒，請回覆「停止」。',
  stopLink: '停止接收提醒',
  day: (date) => spaced(date).replace(/ (.+)$/, '（$1）'),
  stopPage: {
    title: '停止接收提醒',
    question: '您不想再收到電子郵件提醒嗎？',
    whatStops: '我們不會再發送即將到來事項的提醒給您。',
    whatStays: '如果日期已非常接近或有重要變更，我們仍會寫信給您。',
    button: '停止接收提醒',
    doneTitle: '已停止發送提醒',
    done: '您不會再收到提醒。如要更改，請致電我們或回覆我們的任何一則訊息。',
  },
};
