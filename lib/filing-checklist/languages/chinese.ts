import type { ListWords } from '../client-items.ts';

export const chinese: ListWords = {
  review: {
    by: 'nobody-yet',
    note: 'Drafted by the authors in traditional characters; nobody who reads Chinese has looked at it yet.',
  },
  title: '需要您提供的文件',
  intro: '請將以下各項的影本帶來或寄給我們：',
  details: {
    birthOn: '您的出生日期',
    address: '您的地址',
    phone: '您的電話號碼',
  },
  items: {
    'member-number': '您的會員號碼（印在您的會員卡上）',
    'membership-card': '您的會員卡，正反兩面',
    'denial-letter': '您的計劃拒絕您的那封信',
    grievance: '您向計劃提出的申訴',
    'plan-response': '計劃對您申訴的答覆',
    'grievance-receipt': '能證明計劃哪一天收到您申訴的文件，例如計劃的來信、傳真或郵寄收據',
    'medical-necessity-letter': '您的醫生說明為什麼您需要被拒絕之項目的信',
    'outside-records': '計劃以外的醫生和醫院的紀錄和檢查結果',
    'urgency-certification': '由您的醫生簽名、說明情況緊急的證明',
    'experimental-certification': '一份由您的醫生簽名的表格：請向我們索取',
    'scientific-documents': '兩篇支持您請求的醫學文章：請向您的醫生索取',
    bills: '帳單和收據，以及您就診的日期',
    'authorized-assistant-form': '您在授權我們代您溝通的表格上的簽名：表格在我們這裡',
    'representative-authority': '授權他人代您簽名的委託書或其他文件',
    'release-signature': '您在申請書上的簽名：申請書在我們這裡',
  },
  nothing: '我們已經收齊需要您提供的一切。謝謝您。',
  copies: '請只給我們影本，正本請自己保留。寄出的文件不會退還。',
  soon: '請先帶來您現在有的，其餘可以之後再補。',
  lastDay: (day) => `寄出全部文件的最後一天是${day}。`,
  call: (phone) => `有疑問嗎？請致電 ${phone}。`,
};
