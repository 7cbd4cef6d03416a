const units: Readonly<Record<string, string>> = { 'working-day': '工作日', 'calendar-day': '自然日' };
const words: Readonly<Record<string, string>> = { ...units, person: '个人', company: '法人', acceptance: '受理', review: '审查', decision: '决定', platform: '本平台', external: '其他网站', window: '窗口' };

/** What is for machines, and says nothing to who compares. */
const silent = new Set(['key', 'organizationId', 'fileTypes', 'maxFiles', 'reviewPoints', 'when', 'situations', 'formKey', 'sample', 'sampleFileId', 'blankFormFileId']);

/** What an entry is called; shown first and without its part's name. */
const headings = ['name', 'lawName', 'question', 'behaviour', 'text'];

/** Parts whose value means little without their name. */
const parts: Readonly<Record<string, string>> = {
  type: '类型', form: '形式', necessity: '必要性', source: '来源', originals: '原件', copies: '复印件', standardCode: '标准材料', pageFormat: '规格', kind: '种类', reducible: '可减免', days: '天数',
  telephone: '电话', address: '地址', openingHours: '办公时间', validity: '有效期', licenceTypeCode: '证照类型', licenceStage: '与证照的关系', acceptanceStandard: '受理标准', standard: '标准', basis: '依据', stage: '环节', condition: '核对条件', mode: '方式', url: '网址',
};

/** An element's value in a few lines, for comparing two lists; `useContentWords` names codes first. */
export function describeContent(value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'object') return words[String(value)] ?? String(value);
  if (Array.isArray(value)) return value.length === 0 ? '（空）' : value.map((one: unknown) => (value.length > 1 ? `· ${describeContent(one)}` : describeContent(one))).join('\n');
  return describeEntry({ ...value });
}

function describeEntry(entry: Record<string, unknown>): string {
  const { days, unit, ...rest } = entry;
  const limit = typeof days === 'number' && typeof unit === 'string' ? [`${days} 个${units[unit] ?? unit}`] : [];
  const shown = Object.entries(limit.length > 0 ? rest : entry).filter(([name, part]) => !silent.has(name) && part !== '' && part !== undefined && !(Array.isArray(part) && part.length === 0));
  const sorted = shown.toSorted(([one], [other]) => rank(one) - rank(other));
  return [...limit, ...sorted.map(([name, part]) => `${parts[name] === undefined ? '' : `${parts[name]} `}${describeContent(part)}`)].join('；') || '（空）';
}

function rank(name: string): number {
  const place = headings.indexOf(name);
  return place === -1 ? headings.length : place;
}
