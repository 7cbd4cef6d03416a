const units: Readonly<Record<string, string>> = { 'working-day': '工作日', 'calendar-day': '自然日' };
const words: Readonly<Record<string, string>> = { ...units, person: '个人', company: '法人', platform: '本平台', external: '其他网站', window: '窗口' };

/** What is for machines, and says nothing to who compares. */
const silent = new Set(['key', 'organizationId', 'fileTypes', 'maxFiles', 'reviewPoints', 'when', 'formKey', 'sample']);

/** An element's value in a few lines, for comparing two lists; codes stay codes where their list is not at hand. */
export function describeContent(value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'object') return words[String(value)] ?? String(value);
  if (Array.isArray(value)) return value.length === 0 ? '（空）' : value.map((one: unknown) => (value.length > 1 ? `· ${describeContent(one)}` : describeContent(one))).join('\n');
  const { days, unit, ...rest }: Record<string, unknown> = { ...value };
  const limit = typeof days === 'number' && typeof unit === 'string' ? `${days} 个${units[unit] ?? unit}` : undefined;
  const parts = Object.entries(limit === undefined ? { ...value } : rest).filter(([name, part]) => !silent.has(name) && part !== '' && part !== undefined && !(Array.isArray(part) && part.length === 0));
  return [...(limit === undefined ? [] : [limit]), ...parts.map(([, part]) => describeContent(part))].join('；') || '（空）';
}
