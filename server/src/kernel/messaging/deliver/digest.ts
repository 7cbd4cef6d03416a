import type { Fate, Queued } from './sort-messages.ts';

/** What is sent instead of the own text of a message. */
export interface DigestText { title: string; text: string; link: string }

const mostNamed = 3;

/** The texts of messages that stand for others as well: how many there are and of what kinds; what they say is on the platform. */
export function digestOf(messages: readonly Queued[], fates: ReadonlyMap<string, Fate>, names: ReadonlyMap<string, string>): ReadonlyMap<string, DigestText> {
  const groups = new Map<string, Queued[]>();
  for (const message of messages) {
    const fate = fates.get(message.id);
    const leader = fate?.kind === 'merged' ? fate.into : fate?.kind === 'send' ? message.id : undefined;
    if (leader !== undefined) groups.set(leader, [...groups.get(leader) ?? [], message]);
  }
  const texts = new Map<string, DigestText>();
  for (const [leader, group] of groups) {
    if (group.length < 2) continue;
    const kinds = [...new Set(group.map(({ templateKey }) => names.get(templateKey) ?? templateKey))];
    const named = `${kinds.slice(0, mostNamed).join('、')}${kinds.length > mostNamed ? '等' : ''}`;
    const [first] = group;
    const staff = first?.recipientKind === 'staff';
    texts.set(leader, { title: `您有 ${group.length} 条新消息`, text: `您有 ${group.length} 条新消息：${named}，请登录${staff ? '工作台' : '平台'}查看。`, link: staff ? '/messages' : '/space/messages' });
  }
  return texts;
}
