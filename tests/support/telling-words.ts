/**
 * Words and stems that tell a stranger that a message is about health, a plan, the law or somebody's case. A Latin stem
 * counts at the start of a word; in scripts without spaces it counts anywhere.
 */
const TELLING_WORDS: Readonly<Record<string, string>> = {
  en: `IMR DMHC CDI HMO PPO Medi-Cal Medicare Medicaid grievance complain health medic doctor physician hospital clinic
    patient treat therap diagnos surg cancer disease ill illness nurs drug prescri insur plan cover benefit deni deny
    appeal hearing judge court law legal attorney statut regulat department review determin decision decid claim case
    file urgent expedit disab`,
  es: `salud médic medic doctor hospital clínic paciente tratamiento terapia diagn cirug cáncer enferm fármac receta
    segur asegur plan cobertura beneficio negad negac deneg rechaz queja apela audiencia juez juzgado tribunal ley legal
    abogad derecho revisi decisi reclam caso expediente urgente departamento discapac`,
  zh: `健康 醫 病 藥 治療 診 手術 癌 護理 保險 計劃 保健 福利 承保 拒 申訴 投訴 上訴 聽證 法官 法院 法律 律師 權利
    審查 決定 個案 案件 理賠 緊急 部門 殘障`,
  vi: `sức_khỏe y_tế y_khoa bác_sĩ bệnh thuốc điều_trị trị_liệu chẩn phẫu_thuật ung_thư bảo_hiểm chương_trình quyền_lợi
    từ_chối khiếu_nại kháng_cáo điều_trần thẩm_phán tòa luật pháp duyệt_xét quyết_định hồ_sơ khẩn_cấp khuyết_tật`,
  ko: `건강 의료 의사 병원 환자 치료 진단 수술 암 질병 약물 처방 간호 보험 플랜 혜택 거부 거절 불만 이의 항소 공청회
    청문 판사 법률 법원 변호사 권리 심사 결정 사건 긴급 장애`,
  tl: `kalusugan medikal doktor ospital pasyente gamot paggamot terapi diagnos operasyon kanser sakit nars seguro
    insurance plan benepisyo tinanggihan pagtanggi reklamo apela pagdinig hukom korte batas abogado karapatan pagsusuri
    desisyon kaso legal kapansanan`,
};

export const tellingWords = (language: string): string[] =>
  (TELLING_WORDS[language] ?? '')
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));

/** Which of the words a text holds, in any case of its letters and with its lines broken anywhere. */
export function found(words: readonly string[], text: string): string[] {
  const said = text.replace(/\s+/g, ' ');
  return words.filter((word) => {
    const isAnywhere = /[\p{Script=Han}\p{Script=Hangul}]/u.test(word);
    const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(isAnywhere ? literal : `(?<![\\p{L}\\d])${literal}`, 'iu').test(said);
  });
}
