import { dayOfMonth, monthOf, yearOf } from '../../../calendar/local-date.ts';
import { type ClientWords, fullDay } from '../client-words.ts';

const inFull = fullDay('vi');

export const vietnamese: ClientWords = {
  review: {
    by: 'nobody-yet',
    note: 'Drafted by the authors; nobody who reads Vietnamese has looked at it yet.',
  },
  subject: {
    countdown: 'Lời nhắc',
    news: 'Tin cho quý vị',
    correction: 'Đính chính',
    'by-hand': 'Tin nhắn cho quý vị',
  },
  preview: 'Chúng tôi có một tin nhắn ngắn cho quý vị.',
  greeting: 'Kính chào quý vị,',
  greetingTo: (name) => `Kính chào ${name},`,
  countdown: {
    neutral: (day) => ['Có một việc chúng ta cần cùng làm, chậm nhất vào ', day, '.'],
    standard: (day) => ['Một giấy tờ cho hồ sơ của quý vị phải được gửi đi chậm nhất vào ', day, '.'],
    detailed: (act, day) => [`Ngày cuối cùng để ${act} là `, day, '.'],
  },
  news: {
    neutral: 'Chúng tôi có tin cho quý vị.',
    standard: 'Hồ sơ của quý vị có tin mới.',
    silence: (plan) => `${plan ?? 'Chương trình bảo hiểm của quý vị'} đã không trả lời quý vị đúng hạn.`,
    opened: (act) => `Bây giờ quý vị có thể ${act}.`,
    openedSomething: 'Có thể có bước tiếp theo cho quý vị.',
  },
  correction: {
    neutral: (former) => ['Trong tin nhắn trước, chúng tôi đã nêu ', former, '.'],
    standard: (former) => [
      'Trong tin nhắn trước, chúng tôi đã nêu ',
      former,
      ' là ngày cuối cùng để gửi một giấy tờ cho hồ sơ của quý vị.',
    ],
    detailed: (act, former) => [
      'Trong tin nhắn trước, chúng tôi đã nêu ',
      former,
      ` là ngày cuối cùng để ${act}.`,
    ],
    moved: (day) => ['Ngày đó không còn áp dụng nữa. Ngày cuối cùng bây giờ là ', day, '.'],
    dropped: 'Ngày đó không còn áp dụng nữa, và quý vị không cần làm gì trước ngày đó.',
  },
  byHand: {
    'call-us': {
      neutral: 'Chúng tôi muốn nói chuyện với quý vị.',
      standard: 'Chúng tôi muốn nói chuyện với quý vị về hồ sơ của quý vị.',
    },
    'send-papers': {
      neutral: 'Chúng tôi cần quý vị cung cấp một vài thứ.',
      standard: 'Chúng tôi cần quý vị gửi giấy tờ cho hồ sơ của quý vị.',
    },
    'papers-sent': {
      neutral: 'Chúng tôi đã làm xong việc mà chúng tôi đã nói với quý vị.',
      standard: 'Chúng tôi đã gửi giấy tờ cho hồ sơ của quý vị.',
    },
    'still-waiting': {
      neutral: 'Chưa có gì thay đổi: chúng tôi vẫn đang chờ câu trả lời.',
      standard: 'Hồ sơ của quý vị chưa có gì thay đổi: chúng tôi vẫn đang chờ câu trả lời.',
    },
  },
  acts: {
    'review-request': 'yêu cầu duyệt xét độc lập',
    hearing: 'yêu cầu một phiên điều trần trước thẩm phán',
    appeal: 'yêu cầu chương trình bảo hiểm xem xét lại quyết định',
  },
  about: (plan) => `Việc này liên quan đến ${plan}.`,
  from: (office) => `Tin nhắn này là của ${office}.`,
  callBefore: 'Xin gọi cho chúng tôi trước ngày đó: chỉ mất vài phút.',
  replyBefore: 'Xin trả lời tin nhắn này trước ngày đó: chỉ mất vài phút.',
  callSoon: 'Xin gọi cho chúng tôi khi quý vị có thể.',
  replySoon: 'Xin trả lời tin nhắn này khi quý vị có thể.',
  nothingToDo: 'Bây giờ quý vị không cần làm gì. Khi có tin, chúng tôi sẽ liên lạc với quý vị.',
  call: (phone) => `Gọi ${phone}`,
  questions: (name) => `Quý vị có thắc mắc? Xin hỏi ${name}.`,
  only: 'Đây là tin nhắn duy nhất về việc này.',
  first: (total) => `Đây là tin nhắn đầu tiên trong ${total} tin nhắn về ngày này.`,
  later: (ordinal, total) => `Đây là tin nhắn thứ ${ordinal} trong ${total} tin nhắn về ngày này.`,
  why: 'Quý vị nhận được tin này vì quý vị đã đồng ý nhận thư điện tử của chúng tôi.',
  stopByReplyOrPhone: 'Để không nhận lời nhắc nữa, xin trả lời DỪNG hoặc báo cho chúng tôi qua điện thoại.',
  stopByReply: 'Để không nhận lời nhắc nữa, xin trả lời DỪNG.',
  stopLink: 'Ngừng nhận lời nhắc',
  day: (date) =>
    `${inFull(date).split(',')[0]}, ngày ${dayOfMonth(date)} tháng ${monthOf(date)} năm ${yearOf(date)}`,
  stopPage: {
    title: 'Ngừng nhận lời nhắc',
    question: 'Quý vị không muốn nhận lời nhắc qua thư điện tử nữa?',
    whatStops: 'Chúng tôi sẽ không gửi thêm lời nhắc về những việc sắp tới.',
    whatStays: 'Chúng tôi vẫn sẽ viết cho quý vị khi ngày đã rất gần hoặc khi có thay đổi quan trọng.',
    button: 'Ngừng nhận lời nhắc',
    doneTitle: 'Đã ngừng gửi lời nhắc',
    done: 'Quý vị sẽ không nhận lời nhắc nữa. Để thay đổi, xin gọi cho chúng tôi hoặc trả lời một tin nhắn của chúng tôi.',
    unknownTitle: 'Liên kết này không dùng được',
    unknown:
      'Có thể liên kết đã bị cắt ngắn. Để không nhận lời nhắc nữa, xin trả lời DỪNG cho một tin nhắn của chúng tôi hoặc gọi cho chúng tôi.',
  },
};
