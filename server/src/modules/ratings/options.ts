import type { Kernel } from '../../kernel/context.ts';
import { getDictionary, type DictionaryDefinition } from '../../kernel/dictionary/index.ts';
import { firstBadLevel, ratingLevelNames } from './contract.ts';

/** Stars as the national evaluators count them: 5 is best. */
export function starOf(level: number): number {
  return 6 - level;
}

/** Our level (1 is best) of a number of stars. */
export function levelOfStar(star: number): number {
  return 6 - star;
}

/** Whether a rating of this level is a 差评, which must be rectified. */
export function isBad(level: number): boolean {
  return level >= firstBadLevel;
}

/**
 * Options of the national evaluators; a code begins with the star of the rating it belongs to.
 * A city may reword them or put them out of use as dictionary data; from 90 on the options of a star are its own.
 */
export const ratingOptions: DictionaryDefinition = { code: 'rating-option', name: '好差评评价选项', entries: [
  ['510', '一窗受理一次办结'], ['511', '可以先受理后补材料'], ['512', '不用提交证明'], ['513', '可以全程网上办理'],
  ['514', '可以使用手机办理'], ['515', '可以就近办理'], ['516', '无需材料直接办理'], ['517', '服务热情效率高'],
  ['406', '填写一张表单就可完成申报'], ['407', '在线提交材料窗口核验'], ['408', '一张清单告知全部申报材料'], ['409', '用告知承诺减免申报材料'],
  ['410', '可以在线预约办理'], ['411', '跑大厅一次办完'], ['412', '可以使用自助机办理'], ['413', '服务态度较好'],
  ['307', '一次性告知需要补正的材料'], ['308', '提供申报材料样本'], ['309', '在承诺的时间内办结'], ['310', '办事指南指引准确'],
  ['311', '按办事指南要求的材料即可办理'], ['312', '可以快递送达'], ['313', '跑动次数与承诺的一致'], ['314', '服务态度一般'],
  ['207', '没有提供材料样本'], ['208', '没有提供材料清单'], ['209', '未在承诺时间内办结'], ['210', '同样内容的证明材料被要求多次提交'],
  ['211', '承诺网办但无法在线办理'], ['212', '在线预约办理后到实体大厅重复取号排队'], ['213', '窗口人员业务不熟练'], ['214', '服务态度生硬'],
  ['108', '在办事指南之外增加新的审批条件'], ['109', '需提供办事指南之外的申报材料'], ['110', '无理由超过法定办理时间'], ['111', '办事指南提供样本有错'],
  ['112', '承诺在线收取申报材料实际无法收取'], ['113', '多头跑窗口和部门'], ['114', '跑动次数与承诺的不一致'], ['115', '服务态度差效率低'],
] };

export interface RatingOption {
  code: string;
  text: string;
  level: number;
  active: boolean;
}

/** All options of the dictionary, also those out of use (old ratings name them). */
export async function readOptions(kernel: Kernel): Promise<RatingOption[]> {
  const { entries } = await getDictionary(kernel, ratingOptions.code);
  return entries.map((entry) => ({ code: entry.code, text: entry.name, level: levelOfStar(Number(entry.code[0])), active: entry.active }));
}

/** The options of bad ratings, what can be found to be true of one. */
export async function readBadOptions(kernel: Kernel): Promise<RatingOption[]> {
  return (await readOptions(kernel)).filter(({ level }) => isBad(level));
}

/** The levels with the options in use, best first. */
export async function listLevels(kernel: Kernel) {
  const options = await readOptions(kernel);
  return Object.entries(ratingLevelNames).map(([key, name]) => {
    const level = Number(key);
    return {
      level, name, star: starOf(level), bad: isBad(level),
      options: options.filter((option) => option.level === level && option.active).map(({ code, text }) => ({ code, text })),
    };
  });
}
