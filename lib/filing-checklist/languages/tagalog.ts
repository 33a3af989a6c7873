import type { ListWords } from '../client-items.ts';

export const tagalog: ListWords = {
  review: {
    by: 'nobody-yet',
    note: 'Drafted by the authors; nobody who reads Tagalog has looked at it yet.',
  },
  title: 'Mga papeles na kailangan namin mula sa inyo',
  intro: 'Pakidala o pakipadala po sa amin ang kopya ng bawat isa:',
  details: {
    birthOn: 'Ang petsa ng inyong kapanganakan',
    address: 'Ang inyong tirahan',
    phone: 'Ang inyong numero ng telepono',
  },
  items: {
    'member-number': 'Ang inyong member number: nasa inyong card ito',
    'membership-card': 'Ang inyong membership card, harap at likod',
    'denial-letter': 'Ang liham kung saan tumanggi ang inyong plan',
    grievance: 'Ang inyong reklamo sa inyong plan',
    'plan-response': 'Ang sagot ng inyong plan sa inyong reklamo',
    'grievance-receipt':
      'Ang nagpapakita kung anong araw natanggap ng inyong plan ang reklamo, gaya ng liham nito o resibo ng fax o koreo',
    'medical-necessity-letter':
      'Liham kung saan sinasabi ng inyong doktor kung bakit ninyo kailangan ang tinanggihan',
    'outside-records':
      'Mga rekord at resulta ng pagsusuri mula sa mga doktor at ospital na wala sa inyong plan',
    'urgency-certification': 'Sulat na pinirmahan ng inyong doktor na ito ay agaran',
    'experimental-certification': 'Isang form na pipirmahan ng inyong doktor: hingin po ninyo sa amin',
    'scientific-documents':
      'Dalawang artikulong medikal na sumusuporta sa inyong hiling: hingin po sa inyong doktor',
    bills: 'Mga bill at resibo, kasama ang mga araw kung kailan kayo tiningnan',
    'authorized-assistant-form':
      'Ang inyong pirma sa form na nagpapahintulot sa aming magsalita para sa inyo: nasa amin ito',
    'representative-authority':
      'Ang power of attorney, o ibang papeles, na nagpapahintulot sa iba na pumirma para sa inyo',
    'release-signature': 'Ang inyong pirma sa aplikasyon: nasa amin ito',
  },
  nothing: 'Nasa amin na po ang lahat ng kailangan namin mula sa inyo. Salamat po.',
  copies: 'Kopya lamang po ang ibigay ninyo at itago ang orihinal. Hindi na ibinabalik ang ipinadala.',
  soon: 'Dalhin po ninyo ang mayroon kayo ngayon. Maaaring sumunod ang iba.',
  lastDay: (day) => `Ang huling araw para ipadala ang lahat ay ${day}.`,
  call: (phone) => `May tanong? Tumawag po sa ${phone}.`,
};
