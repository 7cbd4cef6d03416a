import type { Field, FieldType, Option } from '@tongban/form-model';
import { newId } from '../edit/controls.ts';

/** Words of paper forms by the kind of field they ask for; the first that fits counts. */
const KINDS: readonly (readonly [RegExp, FieldType])[] = [
  [/统一社会信用代码|信用代码/, 'creditCode'], [/身份证(?:件)?号|公民身份号码/, 'residentId'], [/证件(?:类型|名称|号码|号)/, 'identityDocument'],
  [/手机|移动电话|联系电话|联系方式/, 'mobile'], [/照\s*片|图片|近照/, 'image'], [/签\s*[名字]|盖章|签章/, 'signature'], [/附件/, 'attachment'],
  [/是否|有无/, 'boolean'], [/起止|期限|有效期|(?:时间|日期)段/, 'dateRange'], [/日\s*期|年月日|出生年月|时\s*间/, 'date'],
  [/(?:姓\s*名|负责人|法定代表人|联系人|经办人|申请人|代理人)$/, 'personName'], [/金额|费用|价款|资金|投资|收入/, 'money'],
  [/面积|数量|人数|年龄|长度|宽度|高度|深度|重量|份数|户数/, 'number'], [/意见|说明|理由|事由|备注|简历|内容|情况/, 'multiline'], [/户籍所在地|行政区划/, 'region'], [/地\s*址|住\s*[址所]/, 'address'],
];

const BOX = /[□☐○◯]\s*/u;

/** Choices printed as boxes, `□男 □女`; none when a text has fewer than two. */
export function optionsIn(text: string): readonly Option[] {
  const labels = text.split(BOX).slice(1).map((part) => part.replace(/[\s，,；;、（(]+$/u, '').trim()).filter((label) => label !== '');
  return labels.length < 2 ? [] : [...new Set(labels)].slice(0, 50).map((label) => ({ value: label.slice(0, 64), label: label.slice(0, 120) }));
}

/** The unit in a label, 建筑面积（平方米）. */
function unitIn(label: string): string | undefined {
  return /[（(]([^（）()\d]{1,8})[）)]\s*$/u.exec(label)?.[1];
}

/** A field for what a label of a paper form asks, the kind guessed from its words and from printed boxes. */
export function guessField(printed: string, answer: string, taken: Set<string>): Field {
  const label = printed.replace(/\s+/gu, '').replace(/[：:*＊]+$/u, '').slice(0, 120) || '未命名';
  const options = optionsIn(answer);
  const type: FieldType = options.length > 0 ? 'choice' : (KINDS.find(([words]) => words.test(label))?.[1] ?? 'text');
  const id = newId(type, taken);
  taken.add(id);
  const unit = type === 'number' ? unitIn(label) : undefined;
  return { type, id, label, ...(type === 'choice' ? { options } : {}), ...(unit === undefined ? {} : { unit }) } as Field;
}
