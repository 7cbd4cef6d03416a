import { matterLevelLabels, type MatterLevel } from './contract.ts';

const labels: Readonly<Record<string, string>> = {
  'register': '登记', 'assign': '分派', 'put-to-director': '交值班局长', 'take': '签收', 'hand-back': '退回分派', 'accompany': '帮办代办', 'urge': '催办', 'answer': '反馈结果', 'pass': '办结审核通过',
  'send-back': '审核退回', 'record-word': '群众评价', 'reject': '审核驳回', 'withdraw': '撤回', 'lapse': '逾期未评价，自动办结', 'signal': '预警',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a line of the trail is called; an assignment after the first is the second assignment. */
export function labelOfStep({ action, detail }: { action: string; detail: Readonly<Record<string, unknown>> }): string {
  if (action === 'assign' && detail['again'] === true) return '二次指派';
  if (action === 'signal') return matterLevelLabels[text(detail['level']) as MatterLevel] ?? '预警';
  return labels[action] ?? action;
}

/** What a line of the trail says: to whom, which word, and the opinion. */
export function textOfStep({ action, text: opinion, detail }: { action: string; text: string; detail: Readonly<Record<string, unknown>> }): string {
  const said = [
    action === 'assign' || action === 'put-to-director' ? `交 ${text(detail['organization'])}${detail['officer'] === undefined ? '' : ` ${text(detail['officer'])}`}` : '',
    action === 'accompany' ? `帮办人：${text(detail['companion'])}` : '', action === 'record-word' ? text(detail['word']) : '', opinion,
  ].filter((part) => part !== '');
  return said.join('。').replace(/。。/g, '。');
}

/** Steps that the one who reported sees, with the words written for the public. */
const toldWith: ReadonlySet<string> = new Set(['urge', 'record-word', 'reject', 'withdraw']);
const told: Readonly<Record<string, string>> = {
  'register': '已收到', 'assign': '已交部门办理', 'put-to-director': '已交值班局长办理', 'take': '部门已签收', 'accompany': '已安排帮办人员', 'urge': '已催办', 'pass': '有了办理结果', 'record-word': '您的评价',
  'reject': '未予办理', 'withdraw': '已撤回', 'lapse': '没有收到评价，已办结',
};

/** A line of the trail for the one who reported; undefined for what offices do among themselves. */
export function toldStep({ action, text: opinion, detail, actorId }: { action: string; text: string; detail: Readonly<Record<string, unknown>>; actorId: string }, ownId: string): { label: string; text: string | null } | undefined {
  const label = told[action];
  // What a supervisor writes when urging is for the office.
  if (label === undefined || (action === 'urge' && actorId !== ownId)) return undefined;
  const to = action === 'assign' || action === 'put-to-director' ? text(detail['organization']) : action === 'record-word' ? [text(detail['word']), opinion].filter((part) => part !== '').join('：') : toldWith.has(action) ? opinion : '';
  return { label, text: to === '' ? null : to };
}
