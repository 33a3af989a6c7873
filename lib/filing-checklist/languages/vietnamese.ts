import type { ListWords } from '../client-items.ts';

export const vietnamese: ListWords = {
  review: {
    by: 'nobody-yet',
    note: 'Drafted by the authors; nobody who reads Vietnamese has looked at it yet.',
  },
  title: 'Giấy tờ chúng tôi cần từ quý vị',
  intro: 'Xin mang đến hoặc gửi cho chúng tôi bản sao của từng giấy tờ sau:',
  details: {
    birthOn: 'Ngày sinh của quý vị',
    address: 'Địa chỉ của quý vị',
    phone: 'Số điện thoại của quý vị',
  },
  items: {
    'member-number': 'Số hội viên của quý vị: số này có trên thẻ',
    'membership-card': 'Thẻ hội viên của quý vị, cả hai mặt',
    'denial-letter': 'Lá thư trong đó chương trình của quý vị từ chối',
    grievance: 'Đơn khiếu nại quý vị đã gửi cho chương trình',
    'plan-response': 'Thư chương trình trả lời đơn khiếu nại của quý vị',
    'grievance-receipt':
      'Giấy tờ cho thấy ngày chương trình nhận được đơn khiếu nại, như thư của họ, biên nhận fax hoặc biên nhận bưu điện',
    'medical-necessity-letter': 'Thư bác sĩ của quý vị nói lý do quý vị cần điều đã bị từ chối',
    'outside-records': 'Hồ sơ và kết quả xét nghiệm từ bác sĩ và bệnh viện ngoài chương trình',
    'urgency-certification': 'Giấy có chữ ký của bác sĩ, nói rằng việc này khẩn cấp',
    'experimental-certification': 'Mẫu đơn bác sĩ của quý vị ký: xin hỏi chúng tôi',
    'scientific-documents': 'Hai bài viết y khoa ủng hộ yêu cầu của quý vị: xin hỏi bác sĩ của quý vị',
    bills: 'Hóa đơn và biên nhận, có ngày quý vị được khám',
    'authorized-assistant-form':
      'Chữ ký của quý vị trên mẫu đơn cho phép chúng tôi nói thay quý vị: chúng tôi có mẫu đơn này',
    'representative-authority': 'Giấy ủy quyền, hoặc giấy tờ khác, cho phép người khác ký thay quý vị',
    'release-signature': 'Chữ ký của quý vị trên đơn yêu cầu: chúng tôi có đơn này',
  },
  nothing: 'Chúng tôi đã có đủ mọi thứ cần từ quý vị. Xin cảm ơn.',
  copies: 'Xin chỉ đưa bản sao và giữ lại bản chính. Giấy tờ đã gửi đi sẽ không được trả lại.',
  soon: 'Xin mang những gì quý vị đang có. Phần còn lại có thể đưa sau.',
  lastDay: (day) => `Ngày cuối cùng để gửi tất cả là ${day}.`,
  call: (phone) => `Quý vị có thắc mắc? Xin gọi ${phone}.`,
};
