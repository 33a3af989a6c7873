import type { ListWords } from '../client-items.ts';

export const korean: ListWords = {
  review: { by: 'nobody-yet', note: 'Drafted by the authors; nobody who reads Korean has looked at it yet.' },
  title: '준비해 주셔야 할 서류',
  intro: '아래 서류의 사본을 가져오시거나 보내 주십시오.',
  details: {
    birthOn: '생년월일',
    address: '주소',
    phone: '전화번호',
  },
  items: {
    'member-number': '회원 번호: 회원 카드에 적혀 있습니다',
    'membership-card': '회원 카드, 앞면과 뒷면',
    'denial-letter': '플랜이 거절한다고 알린 편지',
    grievance: '플랜에 제출하신 불만 신청서',
    'plan-response': '불만 신청에 대한 플랜의 답변',
    'grievance-receipt':
      '플랜이 불만 신청을 받은 날짜를 보여 주는 서류(플랜의 편지, 팩스 또는 우편 영수증 등)',
    'medical-necessity-letter': '거절된 것이 왜 필요한지 설명하는 담당 의사의 편지',
    'outside-records': '플랜에 속하지 않은 의사와 병원의 기록과 검사 결과',
    'urgency-certification': '긴급하다는 내용에 담당 의사가 서명한 서류',
    'experimental-certification': '담당 의사가 서명하는 양식: 저희에게 요청해 주십시오',
    'scientific-documents': '신청을 뒷받침하는 의학 논문 두 편: 담당 의사에게 요청해 주십시오',
    bills: '청구서와 영수증, 진료받으신 날짜',
    'authorized-assistant-form':
      '저희가 대신 말할 수 있도록 허락하는 양식에 하실 서명: 양식은 저희에게 있습니다',
    'representative-authority': '다른 사람이 대신 서명할 수 있게 하는 위임장 또는 다른 서류',
    'release-signature': '신청서에 하실 서명: 신청서는 저희에게 있습니다',
  },
  nothing: '필요한 것을 모두 받았습니다. 감사합니다.',
  copies: '사본만 주시고 원본은 보관하십시오. 보낸 서류는 돌려받지 못합니다.',
  soon: '지금 가지고 계신 것부터 가져오십시오. 나머지는 나중에 주셔도 됩니다.',
  lastDay: (day) => `모든 서류를 보낼 수 있는 마지막 날은 ${day}입니다.`,
  call: (phone) => `궁금한 점이 있으시면 ${phone}번으로 전화해 주십시오.`,
};
