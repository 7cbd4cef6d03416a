import type { FieldAccess, UserTaskNode } from '@tongban/bpmn-model';
import { listFields, type Cell, type FormDefinition } from '@tongban/form-model';
import type { Context } from '../../../kernel/context.ts';
import { getDefinitionById, type SubjectTask } from '../../../kernel/workflow/index.ts';

/** The step of a task as its process has it, by the version the case goes by; undefined when it is there no more. */
export async function findStepNode(ctx: Context, task: SubjectTask): Promise<UserTaskNode | undefined> {
  const { model } = await getDefinitionById(ctx.kernel, task.stored.instance.definitionId);
  const node = model.nodes.find(({ id }) => id === task.node);
  return node?.kind === 'user-task' ? node : undefined;
}

/** What a step may do with each field of its form: as written; fields that are not named may be written when none is, else read. */
export function accessAt({ fields = [] }: Pick<UserTaskNode, 'fields'>): (fieldId: string) => FieldAccess {
  const known = new Map(fields.map(({ field, access }) => [field, access]));
  const otherwise = fields.length === 0 ? 'write' : 'read';
  return (fieldId) => known.get(fieldId) ?? otherwise;
}

/** Ids of the fields of a form with some access. */
export function fieldsWith(definition: FormDefinition, access: (fieldId: string) => FieldAccess, wanted: FieldAccess): Set<string> {
  return new Set(listFields(definition).map(({ id }) => id).filter((id) => access(id) === wanted));
}

/** A form as somebody may see it: hidden fields are not in it, those that may only be read are locked. */
export function reduceForm(definition: FormDefinition, access: (fieldId: string) => FieldAccess): FormDefinition {
  const sections = definition.sections.flatMap((section) => {
    const rows = section.rows.flatMap((row) => {
      const cells = row.cells.flatMap((cell): Cell[] => {
        if (cell.kind !== 'field') return [cell];
        const { field } = cell;
        switch (access(field.id)) {
          case 'hidden': return [];
          case 'write': return [cell];
          // What somebody else fills in is not asked of whoever reads it.
          case 'read': return [{ ...cell, field: { ...field, readOnly: true, required: false } }];
        }
      });
      return cells.length === 0 ? [] : [{ ...row, cells }];
    });
    return rows.length === 0 ? [] : [{ ...section, rows }];
  });
  const hidden = fieldsWith(definition, access, 'hidden');
  // Checks over several fields are the server's where one of them is not shown.
  const { checks, ...rest } = definition;
  return { ...rest, sections, ...(checks === undefined || hidden.size > 0 ? {} : { checks }) };
}

/** The answers without those of some fields. */
export function withoutFields(answers: Readonly<Record<string, unknown>>, hidden: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !hidden.has(id)));
}
