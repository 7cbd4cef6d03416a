/** Minutes from scanning within which the clerk takes what was shared. */
export const takeMinutes = 30;
/** Days after which what was taken and not handed in is taken out of the registration again. */
export const handInDays = 7;
/** Longest time for which a code may be scanned, minutes. */
export const mostMinutes = 60;
/** Most licences and files of one share. */
export const mostThings = 20;

/** What somebody agrees to when sharing. */
export interface ConsentParts {
  subject: { kind: 'person' | 'company'; name: string };
  /** Who shares for the subject; null when it is the subject itself. */
  agentName: string | null;
  licences: readonly { name: string; number: string }[];
  files: readonly { caseNumber: string; materialName: string; name: string }[];
  purpose: string;
  itemName: string | null;
  /** The only organisation that may scan; null for whichever scans first. */
  organizationName: string | null;
  minutes: number;
}

/**
 * The exact words that are agreed to: who gives what to whom, what for, how long, and how to take it back (个人信息保护法第十四条、第十七条).
 * Page and server put them together alike; what was agreed to is kept word by word.
 */
export function composeConsent({ subject, agentName, licences, files, purpose, itemName, organizationName, minutes }: ConsentParts): string {
  const self = subject.kind === 'person' ? '本人' : '本单位';
  const who = agentName === null ? `${subject.name}（${self}）` : `${agentName}受${subject.name}委托，`;
  const identity = subject.kind === 'person' ? '姓名、证件类型和号码、手机号码' : '单位名称、统一社会信用代码、联系手机';
  const things = [
    `${identity}，用于登记申请人`,
    ...licences.map(({ name, number }) => `电子证照“${name}”（${number}）的照面内容`),
    ...files.map(({ caseNumber, materialName, name }) => `办件 ${caseNumber} 中作为“${materialName}”提交的文件“${name}”`),
  ];
  return [
    `${who}同意向${organizationName ?? '第一个扫描共享码的政务服务窗口'}提供以下内容，用于${purpose}${itemName === null ? '' : `，只限办理“${itemName}”`}：`,
    ...things.map((thing, index) => `${index + 1}. ${thing}${index === things.length - 1 ? '。' : '；'}`),
    `共享码 ${minutes} 分钟内有效，由一位工作人员扫码使用一次，扫码后 ${takeMinutes} 分钟内取用。`,
    `放入申请后 ${handInDays} 日内没有提交的，自动取出。提交之前可以随时撤回；已经随申请提交的内容留在办件中，依法归档。`,
    '每一次查看、取用都有记录，可以在“我的共享码”中查看。',
  ].join('\n');
}
