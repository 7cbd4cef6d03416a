import type { Field } from '@tongban/form-model';
import { conditionsHold, listQuestionnairePaths, type Answers } from '../../catalog/index.ts';
import type { BundleFinding } from '../contract.ts';
import type { BundleContent } from '../content.contract.ts';
import type { ItemVersions } from './bundle-items.ts';
import { checkTexts } from './check-texts.ts';
import { fieldTypeLabels } from '../field-type-labels.contract.ts';
import type { FieldConflict } from './group-fields.ts';
import { mergeForms, type MergedForm } from './merge-forms.ts';
import { findCycle, linkChosen } from './order-items.ts';
import { planBundle, type BundlePlan } from './plan-bundle.ts';

type Finding = BundleFinding;

/** The most outcomes that are planned in full; further ones lead to the same items as one of these. */
const MOST_PLANS = 60;

const error = (rule: string, path: string, message: string): Finding => ({ rule, severity: 'error', path, message });
const warning = (rule: string, path: string, message: string): Finding => ({ rule, severity: 'warning', path, message });

/**
 * Everything that is wrong with a bundle: items that are not offered, circles, answers that lead nowhere or to an item whose
 * prerequisite is missing, forms that cannot be one, a promise shorter than the items need (BDL-01, GDE-02). Walks every
 * set of answers.
 */
export function checkBundle(title: string, content: BundleContent, versions: ItemVersions): Finding[] {
  const references = [...checkItems(content, versions), ...checkReferences(content), ...checkTexts(content)];
  if (references.some(({ severity }) => severity === 'error')) return references;
  const paths = listQuestionnairePaths(content);
  if (!paths) return [error('bundle-paths', 'questions', '问题组合过多，无法逐一核对，请减少问题或选项。')];
  return [...references, ...checkPaths(content, paths), ...checkPlans(title, content, versions, paths)];
}

function checkItems({ items }: BundleContent, versions: ItemVersions): Finding[] {
  const keys = items.map(({ key }) => key);
  const cycle = findCycle(items);
  return [
    ...(items.length < 2 ? [error('bundle-items', 'items', '一件事至少关联两个事项。')] : []),
    ...(new Set(keys).size < keys.length ? [error('bundle-item-keys', 'items', '事项标识重复。')] : []),
    ...(new Set(items.map(({ itemId }) => itemId)).size < items.length ? [error('bundle-item-twice', 'items', '同一事项关联了两次。')] : []),
    ...(cycle ? [error('bundle-cycle', 'items', `事项之间循环等待：${cycle.map((key) => nameOf(items, key)).join(' → ')}，请去掉其中一个前置关系。`)] : []),
    ...items.flatMap(({ key, name, dependsOn }) => [
      ...(versions.has(key) ? [] : [error('bundle-item-offered', `items.${key}`, `“${name}”没有已发布的版本，请先发布该事项或移除。`)]),
      ...dependsOn.filter((one) => !keys.includes(one)).map((one) => error('bundle-dependency', `items.${key}.dependsOn`, `“${name}”的前置事项“${one}”不在这件事里。`)),
    ]),
  ];
}

function nameOf(items: BundleContent['items'], key: string): string {
  return items.find((item) => item.key === key)?.name ?? key;
}

function checkReferences({ questions, items }: BundleContent): Finding[] {
  const options = new Map(questions.map(({ key, options: all }) => [key, all.map((option) => option.key)]));
  const unknown = (path: string, when: readonly { question: string; options: readonly string[] }[]): Finding[] => when.flatMap(({ question, options: chosen }) => {
    const known = options.get(question);
    if (!known) return [error('bundle-question', path, `条件引用的问题“${question}”不存在。`)];
    return chosen.filter((one) => !known.includes(one)).map((one) => error('bundle-option', path, `条件引用的选项“${one}”不存在。`));
  });
  return [
    ...questions.flatMap(({ key, when = [] }, index) => [
      ...unknown(`questions.${key}`, when),
      ...when.filter(({ question }) => questions.findIndex((one) => one.key === question) >= index)
        .map(() => error('bundle-later-question', `questions.${key}`, '问题的出现条件只能引用排在它前面的问题。')),
    ]),
    ...items.flatMap(({ key, when, answers }) => [...unknown(`items.${key}.when`, when), ...answers.flatMap((one) => unknown(`items.${key}.answers`, one.when))]),
  ];
}

function checkPaths({ questions, items }: BundleContent, paths: readonly Answers[]): Finding[] {
  const found = new Map<string, Finding>();
  for (const answers of paths) {
    const chosen = items.filter(({ when }) => conditionsHold(when, answers)).map(({ key }) => key);
    if (chosen.length === 0) found.set('none', error('bundle-dead-end', 'questions', `按“${describe(questions, answers)}”回答后没有要办的事项，请调整问题或事项条件。`));
    const links = linkChosen(items, new Set(chosen));
    for (const { key, name, dependsOn } of items.filter((item) => chosen.includes(item.key))) {
      const missing = dependsOn.find((one) => !chosen.includes(one));
      if (missing === undefined || found.has(`${key} ${missing}`)) continue;
      const instead = (links.find((link) => link.key === key)?.dependsOn ?? []).filter((one) => !dependsOn.includes(one)).map((one) => `“${nameOf(items, one)}”`).join('、');
      found.set(`${key} ${missing}`, warning('bundle-prerequisite', `items.${key}.dependsOn`,
        `按“${describe(questions, answers)}”回答时，“${name}”的前置事项“${nameOf(items, missing)}”不在要办的事项里，${instead === '' ? '将不等待它' : `改为等待${instead}`}。`));
    }
  }
  const never = items.filter(({ when }) => !paths.some((answers) => conditionsHold(when, answers)))
    .map(({ key, name }) => error('bundle-never', `items.${key}.when`, `没有任何回答会办到“${name}”，请检查条件。`));
  return [...found.values(), ...never];
}

function checkPlans(title: string, content: BundleContent, versions: ItemVersions, paths: readonly Answers[]): Finding[] {
  const findings = new Map<string, Finding>();
  const merge = mergeOnce();
  const add = (finding: Finding): void => {
    // Fields that cannot be one are told once, with as many of them as some answers bring together.
    const key = finding.rule.startsWith('bundle-field') ? `${finding.rule} ${finding.path}` : `${finding.rule} ${finding.path} ${finding.message}`;
    const known = findings.get(key);
    if (!known || known.message.length < finding.message.length) findings.set(key, finding);
  };
  for (const answers of differing(content, paths)) {
    const plan = planBundle(title, content, versions, answers, merge);
    for (const finding of checkPlan(content, plan, describe(content.questions, answers))) add(finding);
  }
  return [...findings.values()];
}

/** Merges the same forms with the same answers in them once: compiling their conditions is most of the work of a plan. */
function mergeOnce(): typeof mergeForms {
  const merged = new Map<string, MergedForm>();
  return (title, chosen, sharing) => {
    const key = chosen.map(({ item, form, answers }) => `${item.key} ${form?.key ?? ''} ${(form?.definition.parameters ?? []).map((name) => answers.get(name) ?? '').join()}`).join('; ');
    const known = merged.get(key) ?? mergeForms(title, chosen, sharing);
    merged.set(key, known);
    return known;
  };
}

/** One set of answers for each different outcome, at most `MOST_PLANS`. */
function differing({ items }: BundleContent, paths: readonly Answers[]): Answers[] {
  const outcomes = new Map<string, Answers>();
  for (const answers of paths) {
    const outcome = items.filter(({ when }) => conditionsHold(when, answers)).map(({ key, answers: given }) =>
      `${key} ${given.map(({ question, option, when }) => (conditionsHold(when, answers) ? `${question}=${option}` : '')).join()}`).join('; ');
    if (!outcomes.has(outcome)) outcomes.set(outcome, answers);
  }
  return [...outcomes.values()].slice(0, MOST_PLANS);
}

function checkPlan(content: BundleContent, { items, form, materials, order }: BundlePlan, by: string): Finding[] {
  return [
    ...items.flatMap(({ item, elements, situation, openQuestion }) => [
      ...(situation?.refused === true ? [error('bundle-refused', `items.${item.key}.answers`, `按“${by}”回答时，“${elements.name}”会落入不能办理的情形“${situation.name}”。`)] : []),
      ...(openQuestion === undefined ? [] : [warning('bundle-open-question', `items.${item.key}.answers`, `“${elements.name}”的问题“${questionText(elements, openQuestion)}”没有由这件事的问卷回答，会在问卷后另外提问。`)]),
      ...(elements.handling.mode === 'platform' ? [] : [error('bundle-elsewhere', `items.${item.key}`, `“${elements.name}”不在本平台办理，不能合并申报。`)]),
      ...(elements.promisedLimit?.unit === 'calendar-day' ? [warning('bundle-unit', `items.${item.key}`, `“${elements.name}”的承诺时限按自然日计，合并计算时按工作日处理，请核对。`)] : []),
    ]),
    ...form.conflicts.map((conflict) => error(conflict.kind === 'type' ? 'bundle-field-type' : 'bundle-field-options', conflict.path, describeConflict(conflict))),
    ...form.problems.map(({ message }) => error('bundle-form', 'sharedFields', `合并后的表单：${message}`)),
    ...materials.sameNamed.map(({ name, items: holders }) => warning('bundle-same-material', 'sharedMaterials', `“${name}”同时出现在${holders.map((one) => `“${one}”`).join('')}，但没有对应到同一个标准材料，不会合并。`)),
    ...(content.promisedDays !== undefined && content.promisedDays < order.criticalDays
      ? [error('bundle-promise', 'promisedDays', `承诺总时限 ${content.promisedDays} 个工作日短于关键路径 ${order.criticalDays} 个工作日，请改长或缩短事项时限。`)] : []),
  ];
}

/** Every type of field has a name. */
const typeLabels: Readonly<Record<Field['type'], string>> = fieldTypeLabels;

/** What keeps fields from being one, each named with its item. */
function describeConflict({ kind, asked, fields, differences }: FieldConflict): string {
  const named = fields.map(({ itemName, label, type }) => `“${itemName}”的“${label}”${kind === 'type' ? `是${typeLabels[type]}` : ''}`).join('，');
  const remedy = asked.by === 'element' ? '请统一，或设为分别填写' : '请统一，或取消合并';
  const what = asked.by === 'element' ? `数据元“${asked.name}”` : `合并字段“${asked.name}”`;
  return kind === 'type' ? `${what}在各表单里类型不同：${named}。${remedy}。` : `${what}在各表单里选项不同：${named}，不一致的是${differences.map((one) => `“${one}”`).join('、')}。${remedy}。`;
}

function questionText({ questionnaire }: { questionnaire?: { questions: { key: string; text: string }[] } }, key: string): string {
  return questionnaire?.questions.find((question) => question.key === key)?.text ?? key;
}

function describe(questions: BundleContent['questions'], answers: Answers): string {
  const texts = questions.flatMap(({ key, options }) => options.filter((option) => option.key === answers.get(key)).map(({ text }) => text));
  return texts.join(' → ') || '无问题';
}
