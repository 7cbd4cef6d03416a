import type { Kernel } from '../../kernel/context.ts';
import { getDictionary, type DictionaryDefinition } from '../../kernel/dictionary/index.ts';
import { guideWrongCause, type CodedEntry, type MatterListName } from './contract.ts';

/** Why something could not be done, as the citizen says it; a city may reword, add or put out of use. */
export const matterReasons: DictionaryDefinition = { code: 'stuck-matter-reason', name: '办不成事反映原因', entries: [
  ['repeated-materials', '材料反复提交'], ['repeated-visits', '多次跑动'], ['past-limit', '超过承诺时限'], ['different-standards', '标准不一'], ['passing-the-buck', '推诿扯皮'],
  ['system-failure', '系统故障'], ['unclear-policy', '政策不明'], ['beyond-the-guide', '指南之外另加条件、材料'], ['cannot-apply-online', '网上无法申报'], ['attitude', '服务态度差'], ['other', '其他'],
] };

/** What was really at fault, as found when the matter is ended. */
export const matterCauses: DictionaryDefinition = { code: 'stuck-matter-cause', name: '办不成事根本原因', entries: [
  ['department-fault', '部门履职不到位'], [guideWrongCause, '办事指南有误'], ['system', '系统功能或故障'], ['policy', '政策规定不明确或者冲突'], ['coordination', '部门之间衔接不畅'],
  ['data-sharing', '数据没有共享'], ['misunderstanding', '申请人理解有误'], ['not-eligible', '申请人不符合法定条件'], ['other', '其他'],
] };

export const dictionaryOf: Readonly<Record<MatterListName, string>> = { reason: matterReasons.code, cause: matterCauses.code };

/** A list with the entries out of use, which old matters name. */
export async function readList(kernel: Kernel, list: MatterListName): Promise<CodedEntry[]> {
  const { entries } = await getDictionary(kernel, dictionaryOf[list]);
  return entries.map(({ code, name, active }) => ({ code, name, active }));
}

/** Names by code, also of entries out of use. */
export async function readNames(kernel: Kernel, list: MatterListName): Promise<ReadonlyMap<string, string>> {
  return new Map((await readList(kernel, list)).map(({ code, name }) => [code, name]));
}
