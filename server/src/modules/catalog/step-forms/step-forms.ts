import type { ProcessModel, UserTaskNode } from '@tongban/bpmn-model';
import { isFormDefinition, listFields, listReaders, type FormDefinition } from '@tongban/form-model';
import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone } from '../../../kernel/db/index.ts';
import type { ProcessProblem } from '../../../kernel/workflow/definition.contract.ts';
import type { ItemForm, StepForm } from '../contract.ts';

interface UsingVersion { itemName: string; state: string; processVersion: number | null; forms: ItemForm[] }

/** As many items as are looked at; a process that more items use is checked by these. */
const most = 500;

const usersOf = `
SELECT v.elements ->> 'name' AS item_name, v.state, (v.elements #>> '{handling,processVersion}')::int AS process_version, v.elements -> 'forms' AS forms
FROM catalog.item_version v WHERE v.state IN ('draft', 'in-review', 'approved', 'published') AND v.elements #>> '{handling,processKey}' = $1 ORDER BY v.id DESC LIMIT ${most}`;

const listUsers = (ctx: Context, key: string): Promise<UsingVersion[]> => readRowsAlone<UsingVersion>(ctx.kernel.db, usersOf, [key]);

/** Forms of the items that use a process, with their fields, for the steps that have one filled in; one line for each key. */
export async function listStepForms(ctx: Context, key: string): Promise<StepForm[]> {
  const forms = new Map<string, StepForm>();
  for (const { itemName, forms: own } of await listUsers(ctx, key)) {
    for (const form of own) {
      if (!isFormDefinition(form.definition)) continue;
      const known = forms.get(form.key) ?? { key: form.key, name: form.name, items: [], fields: [] };
      const fresh = listFields(form.definition).filter(({ id }) => !known.fields.some((field) => field.id === id));
      forms.set(form.key, {
        ...known, items: known.items.includes(itemName) ? known.items : [...known.items, itemName],
        fields: [...known.fields, ...fresh.map(({ id, label, required }) => ({ id, label, required: required === true }))],
      });
    }
  }
  return [...forms.values()];
}

/** Whether the forms that steps name, and their fields, are in the items that use the process (WFL-01). */
export async function checkStepForms(ctx: Context, key: string, model: ProcessModel): Promise<ProcessProblem[]> {
  const tasks = model.nodes.filter((node): node is UserTaskNode => node.kind === 'user-task' && node.form !== undefined);
  if (tasks.length === 0) return [];
  const users = await listUsers(ctx, key);
  return tasks.flatMap((task) => checkTask(task, users));
}

const quote = (names: readonly string[]): string => {
  const shown = [...new Set(names)];
  return `${shown.slice(0, 3).map((name) => `“${name}”`).join('')}${shown.length > 3 ? `等 ${shown.length} 个事项` : ''}`;
};

function checkTask(task: UserTaskNode, users: readonly UsingVersion[]): ProcessProblem[] {
  const found = (code: string, message: string): ProcessProblem => ({ code, element: task.id, message: `「${task.name ?? task.id}」${message}` });
  const [form, fields] = [task.form ?? '', task.fields ?? []];
  const having = users.flatMap(({ itemName, forms }) => { const own = forms.find((one) => one.key === form); return own === undefined ? [] : [{ itemName, form: own }]; });
  // Nobody uses it yet: the items that will are checked when they choose it.
  if (users.length === 0) return [];
  if (having.length === 0) return [found('unknown-form', `的表单“${form}”不在使用这个流程的任何事项里。请先在事项（如${quote(users.map(({ itemName }) => itemName))}）里增加这张表单，或在“表单”里改选。`)];
  const lacking = users.filter(({ state, processVersion, forms }) => state === 'published' && processVersion === null && !forms.some((one) => one.key === form));
  return [
    ...(lacking.length === 0 ? [] : [found('unknown-form', `的表单“${form}”，事项${quote(lacking.map(({ itemName }) => itemName))}没有；它们按最新版流程办理，到这一环节就没有表单可填。请先给它们加上这张表单，或让它们指定流程的版本。`)]),
    ...having.flatMap(({ itemName, form: own }) => (isFormDefinition(own.definition) ? checkFields(own.definition, fields).map(({ code, message }) => found(code, `的表单“${own.name}”：${message}（事项“${itemName}”）`)) : [])),
  ];
}

function checkFields(definition: FormDefinition, fields: NonNullable<UserTaskNode['fields']>): { code: string; message: string }[] {
  const own = listFields(definition);
  const hidden = new Set(fields.filter(({ access }) => access === 'hidden').map(({ field }) => field));
  return fields.flatMap(({ field, access }) => {
    const known = own.find(({ id }) => id === field);
    if (known === undefined) return [{ code: 'unknown-field', message: `没有字段“${field}”，请在“表单”里重新设置` }];
    const readers = access === 'hidden' ? listReaders(definition, field).filter((rule) => !hidden.has(rule.owner.id)) : [];
    return readers.length === 0 ? [] : [{ code: 'field-needed', message: `字段“${known.label}”被表单里别的条件或计算用到，不能隐去，请改为只读` }];
  });
}
